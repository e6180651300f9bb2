internal import PasserelleGraph
internal import PasserelleModel

/// All frameworks against the levels of one reference framework: a picture to hang up.
///
/// A row is a framework, a column a reference level, and a field holds the levels that reach it.
/// Nothing is drawn that no source states: a framework without a link has a row, and no fields.
struct WallChart: Sendable {
  /// A group of rows under one heading.
  struct Group: Sendable {
    var heading: String
    var rows: [Row]
  }

  /// One framework.
  struct Row: Sendable {
    var countries: String
    var title: String
    /// The levels in each column, lowest first.
    var fields: [Field]
    /// What stands in no column, as its source says: below the scale, or without a level there.
    var apart: String
    /// What stands in no column because no source was seen to place it.
    var open: String
    /// What is said across the columns where there is no field at all.
    var remark: String?
  }

  /// The levels of one framework that reach one reference level.
  struct Field: Sendable {
    var codes: [String] = []
    /// Whether the levels are compared without commitment.
    var isComparison = false
    /// Whether the sources disagree on one of them.
    var isDisputed = false
    /// Whether one of them was not seen in its source.
    var isUnverified = false
  }

  /// What the reference framework is called.
  var reference: String
  /// The day that it shows, and the hash of the library that it was made from.
  var stamp: [String: String]
  /// What the levels of the reference framework are called.
  var columns: [String]
  var groups: [Group]
  /// Who published the links that are drawn, those with the most links first.
  var publishers: [String]
  /// Those of the frameworks that are trials.
  var trials: [String] = []
}

extension WallChart {
  /// Draws up the chart of the qualifications frameworks that are in force on a day.
  ///
  /// - Parameters:
  ///   - reference: The framework whose levels are the columns.
  ///   - frameworks: The frameworks to choose from.
  ///   - day: The day.
  ///   - graph: What the sources say.
  ///   - hash: The hash of the graph's content.
  ///   - say: The language.
  /// - Throws: What the graph throws.
  init(
    against reference: Framework, of frameworks: [Framework], on day: Day,
    in graph: any GraphReading, hash: String, _ say: Language
  ) throws {
    let scale = try graph.concepts(of: reference.name).map(\.id)
    let placer = try Placer(graph, day: day)
    var groups: [Standing: [Row]] = [:]
    var publishers: [String: Int] = [:]
    let ordered = frameworks.filter { $0.kind == .qualificationsFramework }
      .filter { $0.validity.contains(day) }
      .sorted {
        ($0.countries.first?.description ?? "", $0.name.description)
          < ($1.countries.first?.description ?? "", $1.name.description)
      }
    for framework in ordered {
      let levels = try graph.concepts(of: framework.name).filter { $0.concept.kind == .level }
      var drawing = Drawing(columns: scale.count)
      for level in levels {
        let placement = try placer.placements(of: level.id)
          .first { $0.reference == reference.name }
        drawing.add(level, placement, on: scale)
        for publisher in (placement?.links ?? []).compactMap(\.evidence.document?.publisher) {
          publishers[publisher, default: 0] += 1
        }
      }
      groups[drawing.standing, default: []].append(
        drawing.row(for: framework, levels: levels, say))
    }
    let name = say(Phrase(reference.name))
    self.reference = name
    trials = ordered.filter(\.name.isTrial).map(\.name.description)
    stamp = ["day": say.date(day), "library": String(hash.prefix(12))]
    self.publishers = publishers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    columns = scale.map { say(Phrase(level: $0)) }
    self.groups = Standing.allCases.compactMap { standing in
      groups[standing].map { Group(heading: say(standing.heading, ["reference": name]), rows: $0) }
    }
  }

  /// What a framework has to do with the reference framework.
  private enum Standing: CaseIterable, Hashable {
    case referenced, compared, stated, unlinked

    var heading: OverviewKey {
      switch self {
      case .referenced: .chartReferenced
      case .compared: .chartCompared
      case .stated: .chartStated
      case .unlinked: .chartUnlinked
      }
    }
  }

  /// The row of one framework while its levels are sorted into columns.
  private struct Drawing {
    var fields: [Field]
    var apart: [String] = []
    var open: [String] = []
    var standing = Standing.unlinked

    init(columns: Int) {
      fields = Array(repeating: Field(), count: columns)
    }

    mutating func add(_ level: ConceptRecord, _ placement: Placement?, on scale: [Identifier]) {
      let code = level.id.code?.description ?? ""
      guard let placement, ![.unknown, .notKnownThen].contains(placement.status) else {
        open.append(code)
        return
      }
      let named = placement.namedLevels
      if named.isEmpty {
        apart.append(code)
        if standing == .unlinked { standing = .stated }
        return
      }
      let isComparison =
        if case .comparedOnly = placement.status { true } else { false }
      if !isComparison {
        standing = .referenced
      } else if standing != .referenced {
        standing = .compared
      }
      for index in scale.indices where named.contains(scale[index]) {
        fields[index].codes.append(code)
        fields[index].isComparison = isComparison
        if placement.status == .conflict { fields[index].isDisputed = true }
        if placement.links.contains(where: { !$0.evidence.isVerified }) {
          fields[index].isUnverified = true
        }
      }
    }

    func row(for framework: Framework, levels: [ConceptRecord], _ say: Language) -> Row {
      let isEmpty = fields.allSatisfy(\.codes.isEmpty)
      let codes = levels.compactMap { $0.id.code?.description }
      let isRecalled = levels.contains { !$0.evidence.isVerified }
      let remark =
        levels.isEmpty
        ? say(.chartNoLevels)
        : say(
          .chartLevels, ["count": "\(levels.count)", "codes": WallChart.span(codes)])
          + (isRecalled ? " ?" : "")
      return Row(
        countries: framework.countries.map(\.description).joined(separator: " "),
        title: framework.title.in(say.name) ?? framework.name.description, fields: fields,
        apart: isEmpty ? "" : WallChart.span(apart),
        open: isEmpty || open.isEmpty ? "" : say(.chartOpen, ["codes": WallChart.span(open)]),
        remark: isEmpty ? remark : nil)
    }
  }

  /// Codes in few letters: all of them where they are few, else the first and the last.
  static func span(_ codes: [String]) -> String {
    let all = codes.joined(separator: " · ")
    guard all.count > 18, let first = codes.first, let last = codes.last else { return all }
    return "\(first) … \(last)"
  }
}
