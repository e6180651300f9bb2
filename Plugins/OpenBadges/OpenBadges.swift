import PasserelleCredentials
import PasserelleKit

/// Reads Open Badges 3.0 and Comprehensive Learner Records 2.0 of 1EdTech: the achievements that they are
/// about, what these are aligned to, and who issues them.
///
/// A badge is one person's. Nothing of the person is read.
struct OpenBadges: Adapter {
  static let manifest = AdapterManifest(
    id: "OpenBadges", version: "1.0.0",
    summary: "achievements and their alignments in Open Badges 3.0 and CLR 2.0 (JSON-LD, JWT)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "open-badges-jsonld", mediaTypes: ["application/vc+ld+json", "application/ld+json"],
        filePatterns: ["*.json", "*.jsonld"]),
      AdapterManifest.Dialect(
        name: "open-badges-jwt", mediaTypes: ["application/vc+jwt", "application/jwt"],
        filePatterns: ["*.jwt", "*.jws"]),
    ])

  private static let marks = [
    "OpenBadgeCredential", "AchievementCredential", "ClrCredential",
    "purl.imsglobal.org/spec/ob/v3p0", "purl.imsglobal.org/spec/clr/v2p0",
  ]

  func identify(_ source: Source) -> Int {
    guard let opening = CredentialOpening(source.main.opening) else { return 0 }
    // A badge names types of CTDL, too, for what it is aligned to.
    return Self.marks.contains(where: opening.contains) ? 97 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    var register = try Register(ofFile: source.main, in: "Open Badges", into: graph)
    var reader = CredentialReader(source.main, reportingTo: graph)
    try reader.read(in: &register)
    register.finish()
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_OpenBadges")
public func passerelleAdapterOpenBadges() -> UnsafeRawPointer { AdapterModule.export(OpenBadges()) }
