// What a program that asks imports is one module: names of days and purposes, and phrases, come with it.
@_exported public import PasserelleGraph
@_exported public import PasserelleModel
