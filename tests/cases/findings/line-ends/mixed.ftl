First = LF.
Second = CR LF.
Third = LF again.
