import PasserelleKit
import PasserelleTesting
import Testing

@testable import Classifications

struct ClassificationsTests {
  private let sample = """
    # framework:
    #   id: xx-soc
    #   kind: classification-of-occupations
    #   country: MX
    #   title: {es: Clasificación de ocupaciones}
    # sources:
    #   office: {title: Clasificación, publisher: Oficina, date: 2019, official: true}
    # columns:
    #   code: Clave
    #   title: {es: Descripción, en: Title}
    #   alternatives: {es: Otros nombres}
    #   notes: [Tareas]
    #   links: {exactMatch: {column: CIUO, to: isco-08}}
    # tiers:
    #   - {name: división, length: 1}
    #   - {name: grupo unitario, length: 3}
    Clave,Descripción,Title,Otros nombres,CIUO,Tareas
    2,Profesionistas,Professionals,,2,
    211,Enfermeras,,"~Enfermera
    ~Enfermero",2221;2222,cuidar
    212 ,Médicos,Doctors,,,
    TOTAL,Todos,,,,
    ,,,,,
    """

  @Test func conforms() {
    expectConformance(of: Classifications(), on: sample, named: "xx-soc.csv")
  }

  @Test func aMistakeInTheHeadHidesNoOther() {
    expectDiagnostics(
      from: Classifications(),
      reading: """
        # framework: {id: 1️⃣X Y, kind: classification-of-occupations, title: 2️⃣T}
        # sources: 3️⃣[office]
        # columns: {code: 4️⃣Kode, title: {en: Title}}
        Code,Title
        1,One
        """, named: "xx-soc.csv",
      [
        "1️⃣": "bad-framework-name", "2️⃣": "missing-language", "3️⃣": "wrong-type",
        "4️⃣": "missing-column",
      ])
  }

  @Test func readsWhatTheMapSays() throws {
    let reading = Reading(of: sample, named: "xx-soc.csv", with: Classifications())

    #expect(reading.frameworks.map(\.name.description) == ["xx-soc"])
    #expect(reading.concepts.map(\.id.description) == ["xx-soc:2", "xx-soc:211", "xx-soc:212"])
    #expect(reading.concepts.map(\.tier) == ["división", "grupo unitario", "grupo unitario"])
    #expect(reading.concepts.allSatisfy { $0.kind == .occupationGroup })
    #expect(reading.concepts[1].title.entries.map(\.text) == ["Enfermeras"])
    #expect(reading.concepts[1].alternatives.entries.map(\.text) == ["Enfermera", "Enfermero"])
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "xx-soc:2 exactMatch isco-08:2", "xx-soc:211 exactMatch isco-08:2221",
        "xx-soc:211 exactMatch isco-08:2222", "xx-soc:211 broader xx-soc:2",
        "xx-soc:212 broader xx-soc:2",
      ])
    #expect(reading.notes.map(\.text.preferred) == ["Tareas: cuidar"])
    #expect(reading.notes.allSatisfy { $0.isBackground })
  }

  @Test func saysWhatItMendedAndPassedOver() {
    let reading = Reading(of: sample, named: "xx-soc.csv", with: Classifications())
    #expect(Set(reading.diagnostics.map(\.id)) == ["mended", "passed-over"])
    #expect(
      reading.diagnostics.map(\.summary).sorted().last
        == "skipped 1 row that is not part of the classification itself (totals, aggregates, unknown)"
    )
  }

  @Test func aColumnForEachTierMakesTheHierarchy() {
    let reading = read(
      "Major Group,Minor Group,Name\n1,,A\n,11,B\n,12,C\n2,,D\n,21,E\n",
      columns: "{code: [Major Group, Minor Group], title: {en: Name}}", "tiers: [major, minor]")

    #expect(reading.concepts.map(\.tier) == ["major", "minor", "minor", "major", "minor"])
    #expect(
      reading.links.map { "\($0.from) \($0.to)" } == [
        "x:11 x:1", "x:12 x:1", "x:21 x:2",
      ])
  }

  @Test func rowsThatRepeatTheirWiderCodesMakeTheSame() {
    let reading = read(
      "A,B,Name\n1,<blank>,X\n1,11,Y\n2,<blank>,V\n2,21,Z\n",
      columns: "{code: [A, B], title: {en: Name}}", "empty: [<blank>]")
    #expect(reading.links.map { "\($0.from) \($0.to)" } == ["x:11 x:1", "x:21 x:2"])
  }

  @Test func zerosThatFillUpACodeAreNoPartOfIt() {
    let reading = read(
      "code,Name\n11-0000,A\n11-1000,B\n11-1010,C\n11-1011,D\n99,E\n",
      columns: "{code: code, title: {en: Name}}",
      """
      fill: "0"
      tiers: [{name: major, length: 3}, {name: minor, length: 4}, {name: broad, length: 6}, {name: detailed, length: 7}]
      """)
    #expect(reading.concepts.map(\.tier) == ["major", "minor", "broad", "detailed"])
    #expect(
      reading.links.map { "\($0.from) \($0.to)" } == [
        "x:11-1000 x:11-0000", "x:11-1010 x:11-1000", "x:11-1011 x:11-1010",
      ])
  }

  @Test func aColumnMayNameTheNextWiderCode() {
    let reading = read(
      "code,up,Name\na,,A\nb,a,B\nc,z,C\n",
      columns: "{code: code, broader: up, title: {en: Name}}")
    #expect(reading.links.map { "\($0.from) \($0.to)" } == ["x:b x:a"])
    #expect(reading.diagnostics.map(\.id) == ["orphan"])
  }

  @Test func aLineBreakInTheNameOfAColumnIsASpace() {
    let reading = read(
      "\"Group\nCode\",Name\n1,A\n", columns: "{code: Group Code, title: {en: Name}}")
    #expect(reading.diagnostics == [])
    #expect(reading.concepts.count == 1)
  }

  @Test func saysWhatIsWrongWithTheMap() {
    expectDiagnostics(
      from: Classifications(),
      reading: """
        # framework: {id: x, kind: classification-of-occupations, title: {en: X}}
        # columns: {code: 1️⃣Coed, title: {en: Name}}
        Code,Name
        1,A
        """, named: "x.csv", ["1️⃣": "missing-column"])
    expectDiagnostics(
      from: Classifications(),
      reading: """
        # framework: {id: x, kind: classification-of-occupations, title: {en: X}}
        # columns: {code: Code, title: {en: Name}, links: {1️⃣same: {column: Code, to: y}}}
        Code,Name
        1,A
        """, named: "x.csv", ["1️⃣": "bad-relation"])
    expectDiagnostics(
      from: Classifications(),
      reading: """
        # framework: {id: x, kind: classification-of-occupations, title: {en: X}}
        # columns: {code: Code, title: {en: Name}}
        # tiers: [{name: a, length: 1️⃣many}]
        Code,Name
        1,A
        """, named: "x.csv", ["1️⃣": "bad-length"])
  }

  @Test func tellsOfColumnsThatNobodyMapped() {
    let text = "code,Name,Other\n1,A,x\n"
    #expect(
      read(text, columns: "{code: code, title: {en: Name}}").diagnostics.map(\.id)
        == ["unmapped-column"])
    #expect(
      read(text, columns: "{code: code, title: {en: Name}, ignored: [Other]}").diagnostics == [])
  }

  @Test func leavesTheTablesOfOthers() {
    for text in [
      "isco_code,title\n1,x\n", "# framework: isco-08\ncode,title\n1,x\n", "", "a,b\n",
      "# from: a\n# to: b\n# columns: {from: x, to: y}\nx,y\n",
    ] {
      let source = Source(parts: [SourcePart(name: "x.csv", text: text)])
      #expect(Classifications().identify(source) <= 1)
    }
  }

  private func read(_ table: String, columns: String, _ more: String = "") -> Reading {
    let head =
      "framework: {id: x, kind: classification-of-occupations, title: {en: X}}\n"
      + "columns: \(columns)\n\(more)\n"
    return Reading(
      of: Source(parts: [
        SourcePart(name: "x.csv", text: table), SourcePart(name: "x.yaml", text: head),
      ]), with: Classifications())
  }
}
