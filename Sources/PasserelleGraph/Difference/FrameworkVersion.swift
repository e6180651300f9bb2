package import PasserelleModel

/// One version of a framework or taxonomy, as its statements have it: what is compared with another.
///
/// It holds titles and links, and no labels, notes or documents: the skills and occupations of ESCO
/// fit in memory twice.
package struct FrameworkVersion: Sendable {
  /// What a link says of the concept that it starts at.
  package struct Target: Hashable, Sendable {
    package var relation: Relation
    package var to: Identifier
  }

  /// The frameworks of the version; a release may have several.
  package private(set) var names: [FrameworkName] = []
  /// The concepts, in their order.
  package private(set) var order: [Identifier] = []
  package private(set) var concepts: [Identifier: Concept] = [:]
  /// The links that take the place of another version's concepts, with what they rest on.
  package private(set) var succession: [LinkRecord] = []
  /// What the version is published as.
  package private(set) var publications: Set<FrameworkName> = []
  private var targets: [Identifier: [Target]] = [:]
  private var bridged: Set<Identifier> = []

  private let path: String?

  /// Starts a version.
  ///
  /// - Parameter path: The file that it is read from; none for one of the library.
  package init(from path: String? = nil) {
    self.path = path
  }

  /// Takes a statement of the version.
  package mutating func add(_ statement: Statement) {
    switch statement {
    case .framework(let framework):
      names.append(framework.name)
      publications.insert(framework.name)
    case .mappings(let mappings):
      publications.insert(mappings.name)
    case .concept(let concept):
      guard concepts.updateValue(concept.bare, forKey: concept.id) == nil else { break }
      order.append(concept.id)
    case .link(let link):
      targets[link.from, default: []].append(Target(relation: link.relation, to: link.to))
      if link.relation.leadsToSuccessors { bridged.insert(link.from) }
    case .agreement, .document, .note, .name, .procedure, .profile, .asset: break
    }
  }

  /// Reads what the links to other versions rest on, from the graph that the statements are of.
  package mutating func readSuccession(in graph: any GraphReading) throws {
    let owners = bridged.sorted { $0.description < $1.description }
    succession = try owners.flatMap { try graph.links(from: $0) }
      .filter { record in
        record.link.relation.leadsToSuccessors
          && record.publication.map(publications.contains) ?? false
      }
  }

  /// Whether a link was published with this version.
  package func publishes(_ record: LinkRecord) -> Bool {
    record.publication.map(publications.contains) ?? false
  }

  /// What the links of a concept say that belong to a facet; concepts of the version go by their
  /// names without it, so that two versions can be compared.
  func targets(of id: Identifier, where belongs: (Relation) -> Bool) -> Set<Target> {
    Set(
      targets[id, default: []].filter { belongs($0.relation) }.map { target in
        let isOwn = names.contains(target.to.framework)
        return isOwn
          ? Target(relation: target.relation, to: target.to.withoutVersion) : target
      })
  }

  /// Whether the links of a concept say the same, one after the other, as those of another version's.
  func hasSameTargets(_ id: Identifier, as other: Identifier, of version: FrameworkVersion) -> Bool
  {
    let (own, others) = (targets[id, default: []], version.targets[other, default: []])
    return own.count == others.count
      && zip(own, others).allSatisfy { one, other in
        one.relation == other.relation && one.to.code == other.to.code
          && withoutVersion(one.to.framework) == version.withoutVersion(other.to.framework)
      }
  }

  /// The name of a framework, without the version if it is one of these.
  private func withoutVersion(_ framework: FrameworkName) -> FrameworkName {
    names.contains(framework) ? FrameworkName(series: framework.series) : framework
  }

  /// The names of its frameworks, and the file that it was read from: `xx-nqf (xx-nqf.yaml)`.
  package var title: String {
    let names = names.map(\.description).sorted().joined(separator: ", ")
    return path.map { "\(names) (\($0))" } ?? names
  }
}

extension Relation {
  /// The relations of links that may say what has taken a concept's place.
  static let leadingToSuccessors = allCases.filter(\.leadsToSuccessors)

  /// Whether a link of this kind between two versions says what has taken a concept's place.
  var leadsToSuccessors: Bool { self == .supersedes || isMatch }
}

extension [Identifier] {
  /// Visits the concepts in their order, each with the links that end at it and those that start there.
  ///
  /// The links are asked for many concepts at a time, and held no longer.
  ///
  /// - Parameters:
  ///   - find: Finds the links that touch any of some concepts.
  ///   - body: Takes a concept and its links.
  /// - Throws: What either throws.
  func forEachWithLinks(
    _ find: (Set<Identifier>) throws -> [LinkRecord],
    _ body: (_ id: Identifier, _ ending: [LinkRecord], _ starting: [LinkRecord]) throws -> Void
  ) throws {
    for start in stride(from: 0, to: count, by: 512) {
      let part = self[start..<Swift.min(start + 512, count)]
      let links = try find(Set(part))
      let ending = Dictionary(grouping: links, by: \.link.to)
      let starting = Dictionary(grouping: links, by: \.link.from)
      for id in part { try body(id, ending[id] ?? [], starting[id] ?? []) }
    }
  }
}

extension Identifier {
  /// The concept in whichever version: `fr-nqf:5` for `fr-nqf@2019:5`.
  package var withoutVersion: Identifier {
    framework.version == nil ? self : Identifier(FrameworkName(series: framework.series), code)
  }
}

extension Concept {
  /// The concept without what versions are not compared by.
  fileprivate var bare: Concept {
    var concept = self
    concept.alternatives = LocalizedText()
    concept.workloads = []
    concept.sectors = []
    concept.source = nil
    return concept
  }
}
