import Foundation
import Hummingbird

/// Answers every request for `/` with a constant: ConstantServer PORT LENGTH.
let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let (port, length) = (arguments.first ?? 8081, arguments.last ?? 1_000)
let text = String(repeating: "x", count: length)
let router = Router()
router.get("/") { _, _ in text }
let server = Application(
  router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
try await server.runService()
