// What an adapter author imports is one module: the model comes with the Kit.
@_exported public import PasserelleModel
