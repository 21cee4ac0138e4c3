a = Zie de eigenschap ‘doel’.
