internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Ends a connection after an answer that says so, and that of a client which takes nothing of its answer for too
/// long.
final class ClosingHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private static let patience = TimeAmount.seconds(20)
  private var leaving: Scheduled<Void>?
  private var isLast = false

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head): isLast = head.headerFields[.connection] == "close"
    case .body: break
    case .end where isLast:
      let written = promise ?? context.eventLoop.makePromise()
      let channel = context.channel
      written.futureResult.whenComplete { _ in channel.close(promise: nil) }
      return context.write(data, promise: written)
    case .end: break
    }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    leaving?.cancel()
    leaving = nil
    if !context.channel.isWritable {
      let channel = context.channel
      leaving = context.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
    }
    context.fireChannelWritabilityChanged()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    leaving?.cancel()
    leaving = nil
  }
}
