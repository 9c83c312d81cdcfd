/// Cohen's kappa for agreement beyond chance: (observed - expected) / (1 - expected) (D16). Nil where chance alone would
/// agree always.
public func kappa(observed: Double, expected: Double) -> Double? {
    guard expected < 1 else { return nil }
    return (observed - expected) / (1 - expected)
}
