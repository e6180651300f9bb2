import PasserelleKit

/// The concepts of a release by their codes, with what is stated of them later.
///
/// It is filled while the files of concepts are read, and asked by each row of the relations.
final class Catalogue {
  /// A row that places an occupation in ISCO-08.
  private struct Place {
    var occupation: Int
    var group: String
    var position: SourcePosition
  }

  let framework: FrameworkName
  /// The concepts, in the order in which they were stated.
  private(set) var ids: [Identifier] = []
  private var kinds: [ConceptKind] = []
  private var positions: [SourcePosition] = []
  /// The codes, which are numbered as the concepts are.
  private var codes = TextIndex()
  /// The codes of the groups of ISCO-08 that the release lists.
  private var groups: Set<String> = []
  private var places: [Place] = []
  private var groupOfOccupation: [Int: String] = [:]
  /// The members of each collection, by the URI of its scheme.
  private(set) var members: [String: [(concept: Int, position: SourcePosition)]] = [:]

  /// The collections of each list of schemes: thousands of concepts have the same one.
  private var collectionsOfSchemes: [String: [String]] = [:]

  init(framework: FrameworkName) {
    self.framework = framework
  }

  /// The index of the concept that a URI names.
  func index(_ uri: UnsafeBufferPointer<UInt8>) -> Int? { codes.index(of: uri.lastComponent) }

  func index(_ uri: String) -> Int? {
    var uri = uri
    return uri.withUTF8 { index($0) }
  }

  func kind(_ index: Int) -> ConceptKind { kinds[index] }

  // MARK: - Filling

  /// Adds a concept, and returns its index; nothing where it is there already.
  func add(_ id: Identifier, _ kind: ConceptKind, at position: SourcePosition) -> Int? {
    guard var code = id.code?.description, let index = code.withUTF8({ codes.insert($0) }) else {
      return nil
    }
    ids.append(id)
    kinds.append(kind)
    positions.append(position)
    return index
  }

  /// Where a concept was stated.
  func position(_ code: Code) -> SourcePosition? { index(code.description).map { positions[$0] } }

  func addGroup(_ uri: String) {
    if let code = Self.isco(uri) { groups.insert(code) }
  }

  func place(_ occupation: Int, in group: String, at position: SourcePosition) {
    places.append(Place(occupation: occupation, group: group, position: position))
    groupOfOccupation[occupation] = group
  }

  /// Adds a concept to the collections among the schemes that it names.
  func add(_ concept: Int, to schemes: String, at position: SourcePosition) {
    let collections = collectionsOfSchemes[schemes] ?? Collections.collections(among: schemes)
    collectionsOfSchemes[schemes] = collections
    for scheme in collections { members[scheme, default: []].append((concept, position)) }
  }

  // MARK: - Groups of ISCO-08

  /// States the group of each occupation.
  ///
  /// The groups are those of the framework `isco-08`, which comes with the program: ESCO continues
  /// it, and has no groups of its own.
  func stateGroups(into graph: GraphWriter) throws(Diagnostic) {
    for place in places {
      guard groups.isEmpty || groups.contains(place.group), let group = Self.id(place.group) else {
        graph.report(
          .warning(
            .unknownGroup, at: place.position,
            "the release has no group '\(place.group.prefix(60).printable)' of ISCO-08"))
        continue
      }
      let link = Link(from: ids[place.occupation], .broader, to: group, source: Release.source)
      try graph.add(.link(link), at: place.position)
    }
  }

  /// Whether the group of the occupation was stated already.
  func isStated(_ occupation: Int, in uri: String) -> Bool {
    Self.isco(uri).map { groupOfOccupation[occupation] == $0 } ?? false
  }

  /// The group that a URI names, where the release has it.
  func group(_ uri: String) -> Identifier? {
    guard let code = Self.isco(uri), groups.isEmpty || groups.contains(code) else { return nil }
    return Self.id(code)
  }

  /// `http://data.europa.eu/esco/isco/C0110` is the group 0110.
  private static func isco(_ uri: String) -> String? {
    let last = uri.lastComponent
    return last.hasPrefix("C") ? String(last.dropFirst()) : nil
  }

  private static func id(_ group: String) -> Identifier? {
    guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Code(group).map { Identifier(FrameworkName(series: "isco-08"), $0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// What stands behind the last slash.
  var lastComponent: Self {
    var start = count
    while start > 0, self[start - 1] != UInt8(ascii: "/") { start -= 1 }
    return Self(rebasing: self[start...])
  }
}

extension String {
  /// What stands behind the last slash.
  var lastComponent: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return String(self[utf8.index(after: slash)...])
  }
}
