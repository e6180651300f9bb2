import PasserelleKit

/// The levels, qualifications and other concepts of a descriptor, with their codes, in order.
struct DescriptorEntries {
  /// One of them.
  struct Entry {
    var keys: KeyReader
    var kind: ConceptKind
    /// Its code; nothing if it could not be read, which has been reported.
    var code: Code?
  }

  private(set) var list: [Entry] = []
  /// Whether all of them have a code.
  private(set) var isWhole = true
  /// The codes that could be read, if there are others.
  private var codes: Set<Code> = []

  init(_ root: KeyReader) {
    add(root.items("levels", each: "level"), .level, .level, root)
    add(root.items("qualifications", each: "qualification"), .qualification, .qualification, root)
    for classification in DescriptorPart.classifications {
      let items = root.items(classification.list, each: classification.each)
      add(items, classification.kind, .concept, root)
    }
    if !isWhole { codes = Set(list.compactMap(\.code)) }
  }

  private mutating func add(
    _ items: [SourceNode]?, _ kind: ConceptKind, _ part: DescriptorPart, _ root: KeyReader
  ) {
    if items == nil { isWhole = false }
    for item in items ?? [] {
      let keys = root.part(item, part)
      let code: Code? = keys?.required("code")
      if code == nil { isWhole = false }
      if let keys { list.append(Entry(keys: keys, kind: kind, code: code)) }
    }
  }

  /// Returns whether a code may be one of those that could not be read.
  func mayHaveLost(_ code: Code) -> Bool { !isWhole && !codes.contains(code) }
}
