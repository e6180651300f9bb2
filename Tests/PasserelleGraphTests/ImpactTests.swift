import PasserelleGraph
import PasserelleModel
import Testing

/// What a new version does to the links of others.
struct ImpactTests {
  @Test func aLinkToWhatIsRemovedIsBroken() throws {
    var library = library()
    library.link("bb:1", .exactMatch, "aa:1")
    library.link("bb:1", .exactMatch, "aa:2")
    let impact = try impact(to: VersionDraft("aa", codes: ["2", "3"]), in: library)

    #expect(impact.broken.map(\.end.description) == ["aa:1"])
    #expect(impact.broken.flatMap(\.proposed).isEmpty)
    #expect(impact.changed.isEmpty)
  }

  @Test func aLinkToWhatIsChangedIsToBeReviewed() throws {
    var library = library()
    library.link("bb:1", .declaredEquivalent, "aa:2")
    var new = VersionDraft("aa")
    new.title("2", "Another title")
    let impact = try impact(to: new, in: library)

    #expect(impact.changed.map(\.record.link.relation) == [.declaredEquivalent])
    #expect(impact.changed.flatMap(\.changes).map(\.facet) == [.renamed])
  }

  @Test func aSuccessorIsProposedForABrokenLink() throws {
    var library = library()
    library.link("bb:1", .closeMatch, "aa:1")
    library.link("cc:1", .supersedes, "aa:1")
    let impact = try impact(to: VersionDraft("cc"), in: library)
    let effect = try #require(impact.broken.first)

    #expect(impact.broken.count == 1)
    #expect(effect.proposed.map(\.id.description) == ["cc:1"])
    #expect(effect.proposed.map(\.cardinality.description) == ["1:1"])
  }

  @Test func aLinkToWhatIsNewIsGained() throws {
    var library = library()
    library.link("bb:1", .precedent, "aa:4")
    let impact = try impact(to: VersionDraft("aa", codes: ["1", "2", "3", "4"]), in: library)

    #expect(impact.gained.map(\.end.description) == ["aa:4"])
  }

  @Test func aLinkOfTheVersionItselfIsNoneOfOthers() throws {
    var library = Fixture()
    library.framework("aa", levels: ["1"])
    library.link("aa:1", .referencedTo, "eqf:1")
    let impact = try impact(to: VersionDraft("aa", codes: ["2", "3"]), in: library)

    #expect(impact.broken.isEmpty)
  }

  @Test func countsLinksThatNameTheOldVersionOfWhatIsUnchanged() throws {
    var library = library()
    library.link("bb:1", .closeMatch, "aa@1:1")
    let difference = try FrameworkDifference(
      from: VersionDraft("aa@1").version, to: VersionDraft("aa@2").version, in: library.graph)
    let impact = try Impact(of: difference, in: library.graph)

    #expect(impact.outdated == 1)
    #expect(impact.broken.isEmpty)
  }

  @Test func countsWhoStandsAtTheOldAndTheNewReferenceLevel() throws {
    var library = library()
    for level in 1...2 { library.link("bb:\(level)", .referencedTo, "eqf:3") }
    var (old, new) = (VersionDraft("aa"), VersionDraft("aa"))
    old.link("aa:1", .referencedTo, "eqf:3")
    new.link("aa:1", .referencedTo, "eqf:4")
    let difference = try FrameworkDifference(
      from: old.version, to: new.version, in: library.graph)
    let shift = try #require(try Impact(of: difference, in: library.graph).shifts.first)

    #expect(shift.lost.map(\.companions) == [2])
    #expect(shift.won.map(\.level.description) == ["eqf:4"])
    #expect(shift.won.map(\.companions) == [0])
  }

  /// A library in which another framework states what is linked next.
  private func library() -> Fixture {
    var library = Fixture()
    library.framework("bb", levels: ["1", "2"])
    return library
  }

  private func impact(to new: VersionDraft, in library: Fixture) throws -> Impact {
    let difference = try FrameworkDifference(
      from: VersionDraft("aa").version, to: new.version, in: library.graph)
    return try Impact(of: difference, in: library.graph)
  }
}
