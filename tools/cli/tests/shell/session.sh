#!/bin/sh
# Runs one command line of a case file. The harness splits it into words as a shell does, and knows
# no pipes; here `|`, `<`, `>` and `2>&1` among the words work as in a shell. The first word is the
# name under which this file is called.
line=${0##*/}
number=0
for word in "$@"; do
    number=$((number + 1))
    case $word in
    '|' | '<' | '>' | '2>&1') line="$line $word" ;;
    *) line="$line \"\${$number}\"" ;;
    esac
done
eval "$line"
