import Foundation

/// Sleeps, for waits that are rare and short.
func pause(_ time: Duration) {
    let (seconds, rest) = time.components
    Thread.sleep(forTimeInterval: Double(seconds) + Double(rest) / 1e18)
}
