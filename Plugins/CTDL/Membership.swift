import PasserelleKit

/// Which framework a competency or level belongs to, and in what order.
struct Membership {
  /// The framework of each member.
  private(set) var frameworks: [String: String] = [:]
  /// The members of each framework, in its order.
  private(set) var members: [String: [String]] = [:]
  /// The qualifications framework that a concept scheme or progression model has the levels of.
  private(set) var schemes: [String: String] = [:]
  /// The schemes of each qualifications framework.
  private(set) var schemesOf: [String: [String]] = [:]
  /// The competencies that only describe a level.
  private(set) var descriptors: Set<String> = []
  /// Where a framework lists something that the file does not have.
  private(set) var missing: [SourcePosition] = []
  /// The members that state a second framework.
  private(set) var inSeveral: [String] = []
  let graph: Graph

  /// What a framework or scheme lists its members under.
  static let listing = [
    "ceasn:hasTopChild", "ceasn:hasChild", "skos:hasTopConcept", "ceasn:hasTopConcept",
    "asn:hasProgressionLevel", "ceasn:hasProgressionLevel",
  ]
  /// What a member names its framework or scheme under.
  static let naming = [
    "ceasn:isPartOf", "ceasn:isTopChildOf", "skos:inScheme", "skos:topConceptOf",
    "ceasn:inScheme", "ceasn:topConceptOf", "asn:inProgressionModel", "ceasn:inProgressionModel",
  ]
  static let wider = ["ceasn:isChildOf", "skos:broader"]
  static let narrower = ["ceasn:hasChild", "skos:narrower"]
  /// Schemes of a framework that are not of its levels.
  static let otherSchemes: Set = [
    "ceterms:hasFacetScheme", "ceterms:hasGlossary", "ceterms:hasSubFrameworkScheme",
    "ceterms:classification", "ceterms:subject",
  ]

  init(_ graph: Graph) {
    self.graph = graph
    findSchemes()
    for resource in graph.resources { takeMembers(listedBy: resource) }
    for resource in graph.resources { takeMember(naming: resource) }
    takeDescendants()
    for resource in graph.resources where frameworks[resource.key] != nil {
      for value in resource.node["ceterms:facetedDescription"] {
        guard let key = graph.key(of: value, in: resource.node), frameworks[key] == nil else {
          continue
        }
        descriptors.insert(key)
      }
    }
  }

  private mutating func findSchemes() {
    for resource in graph.resources {
      if resource.kind == .scheme {
        let owners = keys(of: resource, ["ceterms:inQualificationsFramework"])
        schemes[resource.key] = owners.first { graph[$0]?.kind == .qualificationsFramework }
      }
    }
    for resource in graph.resources where resource.kind == .qualificationsFramework {
      let terms = resource.node.terms.filter { !Self.otherSchemes.contains($0) }
      for key in keys(of: resource, terms) where graph[key]?.kind == .scheme {
        if schemes[key] == nil { schemes[key] = resource.key }
      }
    }
    for resource in graph.resources {
      if let owner = schemes[resource.key] { schemesOf[owner, default: []].append(resource.key) }
    }
  }

  private mutating func takeMembers(listedBy resource: Resource) {
    guard let framework = self.framework(resource.key) else { return }
    for value in resource.node.values(Self.listing) {
      guard let key = graph.key(of: value, in: resource.node) else { continue }
      take(key, into: framework)
      if graph[key] == nil { missing.append(value.position) }
    }
  }

  private mutating func takeMember(naming resource: Resource) {
    let stated = keys(of: resource, Self.naming + Self.wider).compactMap { self.framework($0) }
    if let first = stated.first { take(resource.key, into: first) }
    if stated.contains(where: { $0 != frameworks[resource.key] }) { inSeveral.append(resource.key) }
  }

  /// What is below a member belongs to its framework, too, unless it states another.
  private mutating func takeDescendants() {
    var below: [String: [String]] = [:]
    for resource in graph.resources {
      below[resource.key, default: []] += keys(of: resource, Self.narrower)
      for key in keys(of: resource, Self.wider) { below[key, default: []].append(resource.key) }
    }
    var open = graph.resources.map(\.key).filter { frameworks[$0] != nil }
    var next = 0
    while next < open.count {
      let key = open[next]
      next += 1
      guard let framework = frameworks[key] else { continue }
      for child in below[key] ?? [] where frameworks[child] == nil {
        take(child, into: framework)
        if frameworks[child] != nil { open.append(child) }
      }
    }
  }

  private mutating func take(_ key: String, into framework: String) {
    guard frameworks[key] == nil, let kind = graph[key]?.kind else { return }
    guard kind == .competency || kind == .concept else { return }
    frameworks[key] = framework
    members[framework, default: []].append(key)
  }

  /// The framework that is meant by its own key, or by that of its levels.
  private func framework(_ key: String) -> String? {
    if let framework = schemes[key] { return framework }
    return switch graph[key]?.kind {
    case .competencyFramework, .qualificationsFramework: key
    default: nil
    }
  }

  private func keys(of resource: Resource, _ terms: [String]) -> [String] {
    resource.node.values(terms).compactMap { graph.key(of: $0, in: resource.node) }
  }
}
