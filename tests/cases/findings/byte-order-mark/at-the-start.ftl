First = The first message is read all the same.
Second = So is the second.
