short=Kort.
spaces   =   Für   {$name}   da.   
next-line =
  Auf der nächsten Zeile.
lines =
  Erste Zeile
  zweite Zeile
     tiefer
  dritte  
  vierte
gap = Vor der Lücke


  nach der Lücke

    tief
first-deeper =
      tiefer
   weniger
on-its-line = auf ihr
         weiter
       und weiter
placeables-begin =
  {$a} und
    {$b} dann
  {$c}
placeable-less =
      Text
   {$a} Text
korean =
  해시 값 {$hash}이(가)
  잘못되었습니다.
edges = {"  "}Leerzeichen{" "}
quotes = {"\"{}\\ \u00E4 \U01F602"} "ohne"
