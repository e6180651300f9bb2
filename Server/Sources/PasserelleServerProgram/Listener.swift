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
  /// Whether clients reach the site at the port that the system chooses.
  var isAtChosenPort = false

  /// Runs until the process is told to end (SIGTERM, SIGINT); answers that are being given are finished.
  func run() async throws {
    let pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
    var logger = Logger(label: "passerelle-server")
    logger.logLevel = .warning
    let responder = SiteResponder(site: site, pool: pool, log: log)
    let server = Application(
      responder: responder,
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
        let url = Self.url(of: address, port: channel.localAddress?.port ?? port)
        if isAtChosenPort { responder.move(to: url) }
        FileHandle.standardError.write(Data("passerelle-server: listening at \(url)\n".utf8))
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

  /// The address of a host and a port, in the form that a browser takes.
  static func url(of host: String, port: Int) -> String {
    "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }

  /// How long a client may take to send the head of a request, or to think of its next one.
  private static let idleTimeout = TimeAmount.seconds(10)
  /// How many clients are connected at once; others wait at the door.
  private static let mostConnections = 256
}
