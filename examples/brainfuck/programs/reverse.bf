prints the standard input backwards

>,[>,]<[.<]
