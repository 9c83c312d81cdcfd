/// Checks bytes for well-formed UTF-8 (Unicode 3.9, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
enum UTF8Check {
    static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            index += 1
            if lead < 0x80 { continue }
            let following: Int
            var lowest: UInt8 = 0x80
            var highest: UInt8 = 0xBF
            switch lead {
            case 0xC2...0xDF: following = 1
            case 0xE0...0xEF:
                following = 2
                if lead == 0xE0 { lowest = 0xA0 }
                if lead == 0xED { highest = 0x9F }
            case 0xF0...0xF4:
                following = 3
                if lead == 0xF0 { lowest = 0x90 }
                if lead == 0xF4 { highest = 0x8F }
            default: return false
            }
            guard index + following <= bytes.count, bytes[index] >= lowest, bytes[index] <= highest else {
                return false
            }
            for offset in 1..<max(1, following) where bytes[index + offset] & 0xC0 != 0x80 { return false }
            index += following
        }
        return true
    }
}
