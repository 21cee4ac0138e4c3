a = Recommended action
