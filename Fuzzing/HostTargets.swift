import Foundation
import PasserelleAnswers
import PasserelleModel
import TestSupport

@testable import Passerelle
@testable import PasserelleServer
@testable import PasserelleSigning

/// What the host is given by workers, by files of its own that others may have changed, and by strangers.
enum HostTargets {
  /// What a worker sends between the heads of its chunks.
  static func frames(_ bytes: [UInt8]) {
    let source = Source(parts: [SourcePart(name: "a", bytes: [])])
    let run = AdapterRun(source, emit: { _, _ in true }, report: { _ = $0.description })
    var decoder = StatementDecoder()
    bytes.withUnsafeBytes { bytes in
      var message = MessageReader(bytes)
      do {
        while !message.isAtEnd {
          switch WorkerRecord(rawValue: try message.value(UInt32.self)) {
          case .loaded: _ = try message.manifest()
          case .failed: _ = try message.reason()
          case .file, .remark: _ = try message.texts()
          case let kind?: try decoder.decode(kind, &message, for: run)
          case nil: return
          }
        }
      } catch {
        return
      }
    }
  }

  /// A request, a line for each of its parts: method, path, query, type, and then its body.
  static func request(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 4, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count >= 3, let site else { return }
    let query = lines[2].split(separator: "&").map { item in
      let parts = item.split(separator: "=", maxSplits: 1).map(String.init)
      return ServerRequest.Item(parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
    let response = site.answer(
      ServerRequest(
        method: lines[0], path: lines[1].split(separator: "/").map(String.init), query: query,
        headers: lines.count > 3 ? ["content-type": lines[3]] : [:],
        body: lines.count > 4 ? Array(lines[4].utf8) : []),
      asOf: "2026-11-28")
    precondition(response.status < 500)
  }

  /// A signed statement, a document of keys, or a key, from anyone.
  static func statement(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let signed = try? SignedStatement(text) { _ = try? signed.verify() }
    _ = try? CompactJWS(text)
    _ = Base64URL.bytes(text[...])
    _ = DIDDocument(Data(bytes))?.keys.count
    _ = VerifyingKey(pem: text)
    if let key = VerifyingKey(multibase: text) { precondition(key.multibase == text) }
  }

  /// What someone signs with a key of their own: a statement that was filed, or an object of any kind.
  static func signed(_ bytes: [UInt8]) {
    let key = signer.verifyingKey
    if let filed = FiledStatement(Data(bytes)),
      let text = try? SignedStatement.sign(filed, with: signer, at: Date(timeIntervalSince1970: 0))
    {
      // What we sign, we read; and who signed it is who did.
      let signed = try? SignedStatement(text)
      precondition(signed?.issuer == key.did && (try? signed?.verify()) == key)
    }
    guard var object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      return
    }
    object["issuer"] = key.did
    guard
      let text = try? CompactJWS.sign(object, with: signer, named: DID.keyID(of: key, by: key.did)),
      let signed = try? SignedStatement(text)
    else { return }
    precondition((try? signed.verify()) == key)
    _ = (signed.facts, signed.findings, signed.links)
  }

  private static let signer = SigningKey(of: .edDSA)

  /// A site over the store that is named, or over a small one.
  private static let site: Site? = {
    let named = ProcessInfo.processInfo.environment["PASSERELLE_STORE"]
    let store = named ?? (try? small?.library().store.path)
    return try? Site(
      Installation(program: CommandLine.arguments[0]), store: store,
      baseURL: "http://localhost:8080", doors: Doors.all)
  }()

  private static let small = try? Place(bundling: [
    "eqf.yaml": """
    passerelle: 1
    framework: {id: eqf, kind: meta-framework, title: {en: European example}, source: act}
    sources: {act: {title: An act}}
    levels: [{code: "1", title: {en: Level 1}}, {code: "2", title: {en: Level 2}}]
    """
  ])
}
