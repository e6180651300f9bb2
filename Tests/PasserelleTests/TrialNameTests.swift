import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// A trial is known by its name, so none is let in under another.
struct TrialNameTests {
  @Test(arguments: ["AA", "QM", "QZ", "XA", "XX", "XZ", "ZZ"])
  func codesThatNoCountryHasAreForTrials(code: String) {
    #expect(CountryCode(code)?.isTrial == true)
  }

  @Test(arguments: ["XK", "IE", "GB-SCT"])
  func codesOfCountriesAreNot(code: String) {
    #expect(CountryCode(code)?.isTrial == false)
  }

  @Test func aTrialCountryHasNoParts() { #expect(CountryCode("XX-NQF") == nil) }

  @Test func namesOfTrialsAreFoundInText() {
    let text = """
      {"id":"trial-xx-nqf:5","to":"trial-qm@2020"} trial-and-error, my-trial-xx, trial-ie-nqf, trial-, \
      trial-xxy, trial-xx-nqf:6
      """
    #expect(Trial.names(in: text) == ["trial-qm", "trial-xx-nqf"])
  }

  @Test(arguments: [
    ("framework: {id: NAME, kind: qualifications-framework, country: [DE, XX]", "xx-nqf"),
    ("framework: {id: NAME, kind: qualifications-framework, country: XX", "nqf"),
    ("recognition: {id: NAME, country: XX", "trial-de"),
    ("agreement: {id: NAME, kind: law, from: DE, to: XX", "xx-law"),
  ])
  func aTrialUnderAnotherNameIsRefused(head: String, name: String) throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    func report(_ name: String) throws -> Importer.Report {
      let text = """
        passerelle: 1
        \(head.replacing("NAME", with: name)), title: {en: T}, source: act}
        sources: {act: {title: Act}}
        """
      return try place.library().checking([place.write("mine.yaml", text)])
    }
    let refused = try report(name).diagnostics.filter { $0.severity == .error }
    #expect(refused.map(\.id) == ["trial-name"])
    let other = try #require(refused.first?.hint?.split(separator: "'").dropFirst().first)
    #expect(other.hasPrefix("trial-xx"))
    let accepted = try report(String(other))
    #expect(!accepted.hasErrors)
  }
}
