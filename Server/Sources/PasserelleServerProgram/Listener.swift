internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import PasserelleServer

/// Listens at an address, and hands what comes to the site.
struct Listener {
  var site: Site
  var address: String
  var port: Int
  var threads: Int
  var log: RequestLog?

  /// Runs until the process is told to end (SIGTERM, SIGINT); answers that are being given are finished.
  func run() async throws {
    let pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
    var logger = Logger(label: "passerelle-server")
    logger.logLevel = .warning
    let server = Application(
      responder: SiteResponder(site: site, pool: pool, log: log),
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [ClosingHandler()],
          idleTimeout: Self.idleTimeout,
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 8_192 + 1_024, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100))
      ),
      configuration: ApplicationConfiguration(
        address: .hostname(address, port: port), serverName: nil,
        availableConnectionsDelegate: .maximum(Self.mostConnections, logger: logger)),
      onServerRunning: { channel in
        let place = channel.localAddress.map { "port \($0.port ?? 0) of \($0.ipAddress ?? "?")" }
        FileHandle.standardError.write(
          Data("passerelle-server: listening at \(place ?? "?")\n".utf8))
      },
      logger: logger)
    let writing = Task { [log] in
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(1))
        log?.flush()
      }
    }
    defer {
      writing.cancel()
      log?.flush()
    }
    do {
      try await server.runService()
    } catch {
      try? await pool.shutdownGracefully()
      throw error
    }
    try await pool.shutdownGracefully()
  }

  /// How long a client may take to send the head of a request, or to think of its next one.
  private static let idleTimeout = TimeAmount.seconds(10)
  /// How many clients are connected at once; others wait at the door.
  private static let mostConnections = 256
}
