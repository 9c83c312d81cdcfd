/// What stands for a person's name: the same in every list of one store, another in every other store, and nothing that an
/// eye could read the name from. It hides names on a screen; whoever has the store can find out who is meant.
public enum Pseudonym {
    /// Letters and digits that are not taken for one another, and no `u`, so that hardly a word comes out.
    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// Eight letters in two halves, such as `k7f2-9mqx`: 40 bits, so that in a store of a million people hardly two share one.
    ///
    /// - Parameter store: The store's own number (`StoreStamp.store`).
    public static func of(_ name: String, store: UInt64) -> String {
        var hash = mixed(store &+ 0x9E37_79B9_7F4A_7C15)
        for byte in name.utf8 { hash = mixed(hash ^ UInt64(byte)) }
        var text = ""
        for place in 0..<8 {
            if place == 4 { text.append("-") }
            text.append(letters[Int(hash >> UInt64(place * 5) & 31)])
        }
        return text
    }

    /// Every bit depends on every other.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var chance = SplitMix64(seed: value)
        return chance.next()
    }
}
