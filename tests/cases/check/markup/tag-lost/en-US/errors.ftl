a = Press <b>Send</b>.
