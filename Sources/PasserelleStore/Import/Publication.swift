internal import PasserelleModel

/// The publication that statements belong to while they are read.
final class Publication {
  let id: Int64
  let name: FrameworkName
  /// The part of the source that it starts in.
  let part: Int
  /// What the identifiers of its concepts start with.
  let prefix: [UInt8]
  var nextPosition = 0
  /// The other parts that were met.
  private(set) var parts: Set<Int> = []
  private var keys = TextIndex()
  private var documents: [(id: Int64, isUsed: Bool)] = []
  private var procedures: [Procedure: SourcePosition] = [:]

  init(id: Int64, name: FrameworkName, part: Int) {
    self.id = id
    self.name = name
    self.part = part
    prefix = Array("\(name):".utf8)
  }

  func add(_ part: Int) {
    parts.insert(part)
  }

  /// Takes a procedure; where it was taken before, returns the place of the first.
  func add(_ procedure: Procedure, at place: SourcePosition) -> SourcePosition? {
    if let first = procedures[procedure] { return first }
    procedures[procedure] = place
    return nil
  }

  func add(_ key: String, document: Int64) {
    if keys.insert(key) != nil { documents.append((document, false)) }
  }

  func has(_ key: String) -> Bool {
    var key = key
    return key.withUTF8 { keys.index(of: $0) } != nil
  }

  /// The document with a key, which something rests on now.
  func document(_ key: PlainStatement.Text) -> Int64? {
    guard let index = keys.index(of: key) else { return nil }
    documents[index].isUsed = true
    return documents[index].id
  }

  func document(_ key: String) -> Int64? {
    var key = key
    return key.withUTF8 { document($0) }
  }

  /// The documents that nothing rests on.
  var unused: [Int64] { documents.filter { !$0.isUsed }.map(\.id) }
}
