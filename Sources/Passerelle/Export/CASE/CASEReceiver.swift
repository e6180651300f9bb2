/// Takes the objects of a package as they are made: the document, its items, and then what is said of
/// them.
package protocol CASEReceiver: AnyObject {
  func take(document: CASEObject) throws
  func take(item: CASEObject) throws
  func take(association: CASEObject) throws
  /// Takes what items are described with, by its collection: `CFItemTypes`.
  func take(_ definition: CASEObject, of collection: String) throws
  /// All is there.
  func end() throws
}

/// Writes a package to a file; its associations are held until all items are written.
final class CASEFile: CASEReceiver {
  private let file: ExportFile
  private var hasItems = false
  private var associations: [String] = []

  init(_ file: ExportFile) { self.file = file }

  func take(document: CASEObject) throws {
    try file.write("{\"CFDocument\": \(document.text),\n\"CFItems\": [")
  }

  func take(item: CASEObject) throws {
    try file.write((hasItems ? ",\n" : "\n") + item.text)
    hasItems = true
  }

  func take(association: CASEObject) { associations.append("\n" + association.text) }

  func take(_ definition: CASEObject, of collection: String) {}

  func end() throws {
    try file.write(hasItems ? "\n]" : "]")
    try file.write(",\n\"CFAssociations\": [\(associations.joined(separator: ","))\n]}\n")
  }
}

/// A package, or as much of it as was asked for.
package final class CASEPackage: CASEReceiver {
  package private(set) var document: CASEObject?
  package private(set) var items: [CASEObject] = []
  package private(set) var associations: [CASEObject] = []
  /// What the items are described with, by collection.
  package private(set) var definitions: [String: [CASEObject]] = [:]

  package init() {}

  package func take(document: CASEObject) { self.document = document }

  package func take(item: CASEObject) { items.append(item) }

  package func take(association: CASEObject) { associations.append(association) }

  package func take(_ definition: CASEObject, of collection: String) {
    definitions[collection, default: []].append(definition)
  }

  package func end() {}

  /// The package in JSON.
  package var text: String {
    let defined = definitions.sorted { $0.key < $1.key }
      .map { "\($0.key.jsonQuoted): \($0.value.list)" }
    return "{\"CFDocument\": \(document?.inPackage.text ?? "{}"),\n"
      + "\"CFItems\": \(items.map(\.inPackage).list),\n"
      + "\"CFAssociations\": \(associations.map(\.inPackage).list),\n"
      + "\"CFDefinitions\": {\(defined.joined(separator: ",\n"))}}\n"
  }
}
