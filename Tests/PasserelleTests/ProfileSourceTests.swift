import Passerelle
import TestSupport
import Testing

/// A profile, read by whichever adapter knows it.
struct ProfileSourceTests {
  @Test func whatIsListedTwiceCountsOnceAndIsTold() {
    let text = """
      profile: 1
      reference: r
      certificates:
        - {title: Welder, country: IE, date: 2020}
        - {title: Welder, country: IE, date: 2021}
        - {title: Welder, country: IE, date: 2020}
      languages: [{language: EN, level: B2}, {language: en, level: B2}]
      """
    let (record, problems) = ProfileSource(AdapterLoader(Place.bundledOnly))
      .profile(in: Array(text.utf8), named: "p.yaml")

    #expect(record?.certificates.count == 2)
    #expect(
      problems.map { "\($0.position.line):\($0.position.column) \($0.id)" }
        == ["6:5 duplicate-statement", "7:40 duplicate-statement"])
    #expect(problems.first?.hint?.hasPrefix("the first is on line 4, and counts once") == true)
  }
}
