package import PasserelleModel

/// The kinds of problems that the host has with adapters, or with the choice of one.
extension Diagnostic.ID {
  package static let adapterBroken: Self = "adapter-broken"
  package static let adapterCrashed: Self = "adapter-crashed"
  package static let adapterExited: Self = "adapter-exited"
  package static let adapterFailed: Self = "adapter-failed"
  package static let adapterFlood: Self = "adapter-flood"
  package static let adapterOutOfMemory: Self = "adapter-out-of-memory"
  package static let adapterTooSlow: Self = "adapter-too-slow"
  package static let noAdapter: Self = "no-adapter"
  package static let noWorker: Self = "no-worker"
  package static let severalAdapters: Self = "several-adapters"
  package static let severalLayouts: Self = "several-layouts"
  package static let severalMaps: Self = "several-maps"
  package static let workerLost: Self = "worker-lost"

  /// All of the above; whoever adds one adds it here, so that the catalogue has to explain it.
  package static let ofHost: [Self] = [
    .adapterBroken, .adapterCrashed, .adapterExited, .adapterFailed, .adapterFlood,
    .adapterOutOfMemory, .adapterTooSlow, .noAdapter, .noWorker, .severalAdapters, .severalLayouts,
    .severalMaps,
    .workerLost,
  ]
}
