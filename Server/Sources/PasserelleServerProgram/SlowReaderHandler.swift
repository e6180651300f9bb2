internal import NIOCore

/// Leaves a client that takes nothing of its answer for too long.
final class SlowReaderHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = Never

  private static let patience = TimeAmount.seconds(20)
  private var leaving: Scheduled<Void>?

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
