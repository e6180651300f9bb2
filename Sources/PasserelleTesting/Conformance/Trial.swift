import PasserelleKit

/// An adapter, a sample of its dialect, and what the adapter says of it.
struct Trial: Sendable {
  let adapter: any Adapter
  let sample: Sample
  let seed: UInt64
  let reading: Reading

  init(of adapter: some Adapter, on sample: Sample, seed: UInt64) {
    self.adapter = adapter
    self.sample = sample
    self.seed = seed
    reading = Reading(of: sample.source, with: adapter)
  }

  var manifest: AdapterManifest { type(of: adapter).manifest }

  /// What the host lets the adapter identify: each file alone where they are read together.
  var identified: [Sample] {
    manifest.readsTogether ? sample.files.map { Sample([$0]) } : [sample]
  }
}
