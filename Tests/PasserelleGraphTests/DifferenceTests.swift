import PasserelleGraph
import PasserelleModel
import Testing

/// What differs between two versions of a framework.
struct DifferenceTests {
  @Test func theSameStatementsDifferInNothing() throws {
    let difference = try difference(VersionDraft("aa"), VersionDraft("aa"))

    #expect(difference.unchanged.count == 3)
    #expect(difference.added + difference.removed == [])
    #expect(difference.changed.isEmpty && difference.replaced.isEmpty)
  }

  @Test func findsWhatIsAddedRemovedAndRenamed() throws {
    var new = VersionDraft("aa", codes: ["2", "3", "4"])
    new.title("3", "Level three")
    let difference = try difference(VersionDraft("aa"), new)

    #expect(difference.added.map(\.id.description) == ["aa:4"])
    #expect(difference.removed.map(\.id.description) == ["aa:1"])
    #expect(difference.changed.map(\.old.id.description) == ["aa:3"])
    #expect(difference.changed.first?.changes.first?.come.map(\.text) == ["Level three (en)"])
    #expect(difference.unchanged.count == 1)
  }

  @Test(arguments: [
    (Relation.broader, ConceptChange.Facet.moved), (.partOf, .moved), (.atLevel, .relevelled),
    (.referencedTo, .rereferenced), (.belowScale, .rereferenced), (.requiresEssential, .relinked),
  ])
  func tellsWhichLinkDiffers(relation: Relation, facet: ConceptChange.Facet) throws {
    var (old, new) = (VersionDraft("aa"), VersionDraft("aa"))
    old.link("aa:1", relation, "eqf:1")
    new.link("aa:1", relation, "eqf:2")
    let changes = try difference(old, new).changed.flatMap(\.changes)

    #expect(changes.map(\.facet) == [facet])
    #expect(changes.first?.gone.map(\.text) == ["\(relation.rawValue) eqf:1"])
    #expect(changes.first?.come.map(\.text) == ["\(relation.rawValue) eqf:2"])
  }

  @Test func saysWhereAConceptHasMovedByTitle() throws {
    var new = VersionDraft("aa@2")
    new.link("aa@2:1", .broader, "aa@2:3")
    let change = try difference(VersionDraft("aa@1"), new).changed.flatMap(\.changes).first

    #expect(change?.come.map(\.text) == ["broader aa:3"])
    #expect(change?.come.map(\.title) == ["Level 3"])
  }

  @Test func aVersionInTheNameIsNoMove() throws {
    var (old, new) = (VersionDraft("aa@1"), VersionDraft("aa@2"))
    old.link("aa@1:1", .broader, "aa@1:2")
    new.link("aa@2:1", .broader, "aa@2:2")

    #expect(try difference(old, new).unchanged.count == 3)
  }

  @Test func aTranslationRenamesNothing() throws {
    var new = VersionDraft("aa")
    new.title("3", "Niveau 3", in: "fr")

    #expect(try difference(VersionDraft("aa"), new).unchanged.count == 3)
  }

  @Test func seesLevelsInAnotherOrder() throws {
    let difference = try difference(
      VersionDraft("aa"), VersionDraft("aa", codes: ["1", "3", "2"]))

    #expect(difference.reordered?.before.map(\.description) == ["aa:1", "aa:2", "aa:3"])
    #expect(difference.reordered?.after.map(\.description) == ["aa:1", "aa:3", "aa:2"])
    #expect(difference.changed.isEmpty)
  }

  @Test func whatSourcesStateGoesBeforeTheCode() throws {
    var library = Fixture()
    library.link("aa@2:2", .supersedes, "aa@1:1")
    library.link("aa@2:3", .supersedes, "aa@1:1")
    let difference = try FrameworkDifference(
      from: VersionDraft("aa@1").version, to: VersionDraft("aa@2").version, in: library.graph)
    let replacement = try #require(difference.replaced.first)

    #expect(replacement.successors.map(\.id.description) == ["aa@2:2", "aa@2:3"])
    #expect(replacement.successors.map(\.cardinality.description) == ["1:n", "1:n"])
    #expect(replacement.successors.map(\.relation) == [.supersedes, .supersedes])
    #expect(difference.removed.map(\.id.description) == ["aa@1:2", "aa@1:3"])
    #expect(difference.added.map(\.id.description) == ["aa@2:1"])
  }

  @Test func aTableIsReadFromEitherSide() throws {
    var library = Fixture()
    library.link("aa:1", .broadMatch, "bb:1")
    library.link("bb:1", .narrowMatch, "aa:2")
    library.link("aa:3", .notExactMatch, "bb:3")
    let difference = try FrameworkDifference(
      from: VersionDraft("aa").version, to: VersionDraft("bb").version, in: library.graph)
    let successors = difference.replaced.flatMap(\.successors)

    #expect(successors.map(\.relation) == [.broadMatch, .broadMatch])
    #expect(successors.map(\.cardinality.description) == ["n:1", "n:1"])
    #expect(difference.removed.map(\.id.description) == ["aa:3"])
  }

  @Test func codesOfTwoSeriesAreNotPaired() throws {
    let difference = try difference(VersionDraft("aa"), VersionDraft("bb"))

    #expect(difference.removed.count == 3)
    #expect(difference.added.count == 3)
  }

  private func difference(
    _ old: VersionDraft, _ new: VersionDraft
  ) throws -> FrameworkDifference {
    try FrameworkDifference(from: old.version, to: new.version, in: Graph())
  }
}
