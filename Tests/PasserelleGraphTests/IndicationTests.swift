import PasserelleGraph
import PasserelleModel
import Testing

struct IndicationTests {
  // MARK: - Comparisons

  @Test func aComparisonIndicatesBesideAFindingThatStaysStrict() throws {
    let comparison = try Self.ukraine().compare("ua-nqf:4", "de-nqf:4")

    #expect(comparison.finding == .noOfficialLink)
    let indication = try #require(comparison.indications.first)
    #expect(comparison.indications.count == 1)
    #expect(indication.kind == .comparison)
    #expect(indication.basis.description == "eqf")
    #expect(indication.alignment == .same)
    #expect(indication.sides.map(\.id.description) == ["ua-nqf:4", "de-nqf:4"])
    #expect(indication.links.map(\.link.relation) == [.comparedTo, .referencedTo])
    #expect(indication.words.key == "indication.comparison-of-one")
    #expect(indication.words.values["id"] == "ua-nqf:4")
    let level = try #require(Identifier("eqf:4"))
    #expect(indication.words.parts["place"]?.first?.parts["levels"] == [Phrase(level: level)])
  }

  @Test func twoComparisonsSayThatNeitherBinds() throws {
    var fixture = Self.ukraine()
    fixture.framework("au-aqf", levels: ["5"])
    fixture.link("au-aqf:5", .comparedTo, "eqf:5")

    let indication = try #require(
      try fixture.compare("ua-nqf:4", "au-aqf:5").indications.first)
    #expect(indication.words.key == "indication.comparison-of-both")
    #expect(indication.alignment == .adjacent)
  }

  @Test func twoReferencedLevelsIndicateNothing() throws {
    #expect(try Fixture.irelandAndGermany().compare("ie-nqf:8", "de-nqf:6").indications == [])
  }

  @Test(arguments: [Relation.belowScale, .notReferenced, .noneAgreed, .notUsable])
  func whereASourceSaysThatThereIsNoLevelNothingIsIndicated(null: Relation) throws {
    var fixture = Self.ukraine()
    fixture.link("ua-nqf:4", null, "eqf")

    #expect(try fixture.compare("ua-nqf:4", "de-nqf:4").indications == [])
  }

  @Test func aComparisonOfAQualificationDoesNotContradictTheReferencingOfItsLevel() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.qualification("ie-nqf:award", "Award", at: "ie-nqf:6")
    fixture.link("ie-nqf:award", .comparedTo, "eqf:4")

    #expect(try fixture.compare("ie-nqf:award", "de-nqf:5").finding == .sameReferenceLevel)
  }

  // MARK: - National centres

  @Test func aCentreSpeaksOfTheFrameworkItComparesWithAndOfNoOther() throws {
    let fixture = Self.centre()

    let own = try #require(try fixture.compare("nuffic-ua:atestat", "nl-nqf:4").indications.first)
    #expect(own.kind == .nationalCentre)
    #expect(own.alignment == .same)
    #expect(own.words.parts["purposes"]?.map(\.key) == ["purpose.study"])
    #expect(try fixture.compare("nuffic-ua:atestat", "de-nqf:4").indications == [])
    // The other way round the sides change places, and nothing else.
    let back = try #require(try fixture.compare("nl-nqf:4", "nuffic-ua:atestat").indications.first)
    #expect(back.sides == own.sides.reversed())
    #expect(back.words == own.words)
  }

  @Test(arguments: [
    ("nl-nqf:5", Indication.Alignment.adjacent, "indication.centre-adjacent"),
    ("nl-nqf:6", .different, "indication.centre-different"),
    ("nl-nqf:havo", .same, "indication.centre-same"),
  ])
  func saysHowFarTheCentresLevelIsFromTheOther(
    other: String, alignment: Indication.Alignment, key: String
  ) throws {
    let indication = try #require(
      try Self.centre().compare("nuffic-ua:atestat", other).indications.first)
    #expect(indication.alignment == alignment)
    #expect(indication.words.key == key)
  }

  @Test func aCentreSpeaksForThePurposesThatItNames() throws {
    let fixture = Self.centre()
    let ids = ("nuffic-ua:atestat", "nl-nqf:4")

    #expect(try fixture.compare(ids.0, ids.1, for: .study).indications.count == 1)
    #expect(try fixture.compare(ids.0, ids.1, for: .work).indications == [])
  }

  // MARK: - Regional frameworks

  @Test func anotherReferenceFrameworkIndicates() throws {
    var fixture = Self.asean()
    for id in ["th-nqf:4", "my-mqf:4"] { fixture.link(id, .referencedTo, "eqf:4") }
    fixture.link("th-nqf:4", .referencedTo, "zqrf:4")
    fixture.link("my-mqf:4", .referencedTo, "zqrf:5")

    let comparison = try fixture.compare("th-nqf:4", "my-mqf:4")
    #expect(comparison.finding == .sameReferenceLevel)
    #expect(comparison.indications.map(\.kind) == [.regionalFramework])
    #expect(comparison.indications.map(\.alignment) == [.adjacent])
    // What an indication says is not said again.
    #expect(!comparison.caveats.map(\.key).contains(Caveat.elsewhere.key))
  }

  @Test func whatIsLinkedAsAWholeHasNoPairsOfLevels() throws {
    var fixture = Self.asean()
    fixture.link("th-nqf", .referencedTo, "zqrf")
    fixture.link("my-mqf:4", .referencedTo, "zqrf:4")

    let comparison = try fixture.compare("th-nqf:4", "my-mqf:4")
    #expect(comparison.finding == .noOfficialLink)
    #expect(comparison.indications.map(\.alignment) == [.notKnown])
    #expect(comparison.indications.map(\.words.key) == ["indication.whole"])
  }

  // MARK: - Statistics

  @Test func statisticsIndicateLast() throws {
    var fixture = Self.ukraine()
    Self.addClassification(to: &fixture)
    fixture.link("ua-nqf:4", .classifiedAs, "isced-2011:3")
    fixture.link("de-nqf:4", .classifiedAs, "isced-2011:3")

    let indications = try fixture.compare("ua-nqf:4", "de-nqf:4").indications
    #expect(indications.map(\.kind) == [.comparison, .statistics])
    #expect(indications.map(\.alignment) == [.same, .same])
  }

  @Test func aProgrammeIsClassifiedItselfOrElseByItsLevel() throws {
    var fixture = Fixture.irelandAndGermany()
    Self.addClassification(to: &fixture)
    fixture.link("ie-nqf:6", .classifiedAs, "isced-2011:4")
    fixture.link("de-nqf:4", .classifiedAs, "isced-2011:4")
    fixture.qualification("ie-nqf:award", "Award", at: "ie-nqf:6")
    #expect(try fixture.alignments("ie-nqf:award", "de-nqf:4") == [.same])

    fixture.link("ie-nqf:award", .classifiedAs, "isced-2011:3")
    #expect(try fixture.alignments("ie-nqf:award", "de-nqf:4") == [.different])
    #expect(try fixture.alignments("ie-nqf:award", "isced-2011:3") == [.same])
    #expect(try fixture.alignments("isced-2011:4", "isced-2011:3") == [])
  }

  // MARK: - One

  @Test func aloneItListsWhatIsKnownOfIt() throws {
    var fixture = Self.centre()
    Self.addClassification(to: &fixture)
    fixture.link("nuffic-ua:atestat", .classifiedAs, "isced-2011:3")
    fixture.link("nuffic-ua:atestat", .comparedTo, "eqf:4")

    let indications = try fixture.compare("nuffic-ua:atestat").indications
    #expect(indications.map(\.kind) == [.comparison, .nationalCentre, .statistics])
    #expect(indications.allSatisfy { $0.sides.count == 1 && $0.alignment == nil })
  }

  @Test func ofAProgrammeWithoutAnyPlaceItsOwnClassIsToldBesideALevelWithout() throws {
    var fixture = Fixture.irelandAndGermany()
    Self.addClassification(to: &fixture)
    fixture.framework("xx-programmes", kind: .register, country: "XX", levels: [])
    fixture.qualification("xx-programmes:p", "Programme")
    fixture.link("xx-programmes:p", .classifiedAs, "isced-2011:3")

    let indications = try fixture.compare("xx-programmes:p", "de-nqf:4").indications
    #expect(indications.map(\.words.key) == ["indication.statistics-alone"])
    #expect(indications.flatMap(\.sides).map(\.id.description) == ["xx-programmes:p"])
  }

  @Test func saysWhetherItWasSeen() throws {
    var fixture = Self.ukraine()
    Self.addClassification(to: &fixture)
    fixture.link("ua-nqf:4", .classifiedAs, "isced-2011:3", source: "rumour")

    #expect(try fixture.compare("ua-nqf:4").indications.map(\.isVerified) == [true, false])
  }

  // MARK: - Elsewhere

  @Test func whatIsOnlyIndicatedElsewhereIsNoMatch() throws {
    let found = try Self.ukraine().find("ua-nqf:4", in: "de-nqf")

    #expect(found.matches.isEmpty)
    #expect(found.indications.map(\.kind) == [.comparison])
    #expect(found.indications.first?.sides.last?.id.description == "de-nqf:4")
  }

  @Test func whatIsComparedThereIsFoundBesideTheMatches() throws {
    let found = try Self.ukraine().find("de-nqf:4", in: "ua-nqf", "ie-nqf")

    #expect(found.matches.map(\.record.id.description) == ["ie-nqf:5"])
    #expect(found.indications.map { $0.sides.map(\.id.description) } == [["de-nqf:4", "ua-nqf:4"]])
  }

  @Test func theReferenceLevelItselfIsOnlyIndicated() throws {
    let found = try Self.ukraine().find("ua-nqf:4", in: "eqf")
    #expect(found.indications.compactMap(\.sides.last?.id.description) == ["eqf:4"])
  }

  @Test func aCentreIsFoundFromBothSides() throws {
    let fixture = Self.centre()
    #expect(
      try fixture.find("nuffic-ua:atestat", in: "nl-nqf").indications.map(\.kind)
        == [.nationalCentre])
    #expect(
      try fixture.find("nl-nqf:4", in: "nuffic-ua").indications.compactMap(\.sides.last?.id)
        .map(\.description) == ["nuffic-ua:atestat"])
    #expect(try fixture.find("nuffic-ua:atestat", in: "de-nqf").indications == [])
  }

  @Test func aFrameworkThatIsOnlyLinkedAsAWholeIsNamed() throws {
    var fixture = Self.asean()
    fixture.link("th-nqf", .referencedTo, "zqrf")
    fixture.link("my-mqf", .comparedTo, "zqrf")

    let found = try fixture.find("th-nqf:4", in: "my-mqf")
    #expect(found.indications.compactMap(\.sides.last?.id.description) == ["my-mqf"])
    #expect(found.indications.map(\.alignment) == [.notKnown])
  }

  @Test func aLongListIsCutAndCounted() throws {
    var fixture = Fixture.irelandAndGermany()
    Self.addClassification(to: &fixture)
    fixture.link("ie-nqf:6", .classifiedAs, "isced-2011:3")
    fixture.framework("xx-programmes", kind: .register, levels: (1...20).map { "p\($0)" })
    for code in 1...20 { fixture.link("xx-programmes:p\(code)", .classifiedAs, "isced-2011:3") }

    let found = try fixture.find("ie-nqf:6", in: "xx-programmes")
    #expect(found.indications.count + found.indicationsLeftOut == 20)
    #expect(found.indicationsLeftOut > 0)
    #expect(found.indications.first?.sides.last?.id.description == "xx-programmes:p1")
  }

  // MARK: - Fixtures

  private static func ukraine() -> Fixture {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("ua-nqf", levels: ["4"])
    fixture.link("ua-nqf:4", .comparedTo, "eqf:4")
    return fixture
  }

  /// A certificate that a centre compares with a level of its own framework, to study there.
  private static func centre() -> Fixture {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("nl-nqf", levels: ["4", "5", "6"])
    fixture.qualification("nl-nqf:havo", "Havo", at: "nl-nqf:4")
    fixture.framework("nuffic-ua", kind: .register, levels: [])
    fixture.level("nuffic-ua:atestat", source: "report")
    fixture.link("nuffic-ua:atestat", .evaluatedAs, "nl-nqf:4", for: [.study])
    return fixture
  }

  private static func asean() -> Fixture {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework(
      "zqrf", kind: .metaFramework, levels: (1...8).map(String.init))
    for name in ["th-nqf", "my-mqf"] { fixture.framework(name, levels: ["4"]) }
    return fixture
  }

  private static func addClassification(to fixture: inout Fixture) {
    fixture.framework("isced-2011", kind: .educationLevels, levels: ["3", "4"])
  }
}

extension Fixture {
  /// The alignments of what only statistics indicate.
  fileprivate func alignments(
    _ one: String, _ other: String
  ) throws -> [Indication.Alignment?] {
    try compare(one, other).indications.filter { $0.kind == .statistics }.map(\.alignment)
  }

  fileprivate func find(_ id: String, in names: String...) throws -> Correspondents {
    let record = try #require(Identifier(id).flatMap { graph.concept($0) })
    let targets = try names.map { try #require(FrameworkName($0).flatMap(graph.framework)) }
    return try CorrespondentFinder(vantage()).find(record, in: targets)
  }
}
