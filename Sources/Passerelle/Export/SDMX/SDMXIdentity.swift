internal import PasserelleModel

/// Under which agency, identifier and version a framework is a code list.
///
/// What came from SDMX keeps its own; all else has Passerelle for an agency.
struct SDMXIdentity {
  let agency: String
  let id: String
  let version: String

  init(of framework: Framework) {
    if let uri = framework.uri, let own = SDMXIdentity(urn: uri) {
      self = own
      return
    }
    let name = framework.name
    let number = name.version.flatMap { $0.isSDMXVersion ? $0 : nil }
    self.init(
      agency: "PASSERELLE",
      id: "CL_" + (number == nil ? name.description : name.series).replacingOthers(with: "_"),
      version: number ?? "1.0")
  }

  private init(agency: String, id: String, version: String) {
    (self.agency, self.id, self.version) = (agency, id, version)
  }

  /// Takes apart the global name of a list: `urn:sdmx:….Codelist=UIS:CL_EDU(1.0)`.
  private init?(urn: String) {
    let start = "urn:sdmx:org.sdmx.infomodel.codelist.Codelist="
    guard urn.hasPrefix(start), urn.hasSuffix(")") else { return nil }
    let parts = urn.dropFirst(start.count).dropLast().split(
      separator: "(", omittingEmptySubsequences: false)
    let name = parts[0].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, name.count == 2, name.allSatisfy(\.isSDMXName),
      String(parts[1]).isSDMXVersion
    else { return nil }
    self.init(agency: name[0], id: name[1], version: String(parts[1]))
  }
}

extension Code {
  /// The code as an identifier of SDMX, which has letters, digits and a few marks.
  ///
  /// Any other byte, and `$` itself, is `$` and two digits: two codes never have one identifier.
  var sdmxIdentifier: String {
    description.escaping { byte in
      byte.isSDMXByte
        ? nil : "$" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
}

extension String {
  /// Whether it is a version in SDMX-ML 2.1: numbers with dots between them.
  fileprivate var isSDMXVersion: Bool {
    split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// Whether it may be the identifier of a list, or of an agency, whose parts have dots between them.
  fileprivate var isSDMXName: Bool {
    split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      part.first.map { $0.isASCII && $0.isLetter } == true
        && part.utf8.allSatisfy { $0.isSDMXByte && $0 != UInt8(ascii: "@") }
    }
  }

  fileprivate func replacingOthers(with mark: String) -> String {
    escaping { $0.isSDMXByte && $0 != UInt8(ascii: "@") ? nil : mark }
  }
}

extension UInt8 {
  /// Whether it may stand in an identifier: a letter, a digit, `_`, `@` or `-`.
  fileprivate var isSDMXByte: Bool {
    (0x41...0x5A).contains(self & ~0x20) || (0x30...0x39).contains(self)
      || "_@-".utf8.contains(self)
  }
}
