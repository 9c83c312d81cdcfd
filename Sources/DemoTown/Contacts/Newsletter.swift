import JourneyModel

/// A consent for another purpose than what the town otherwise writes for (D17): marketing.
extension Life {
    private static let marketing = "marketing"

    /// One in twenty-five is asked whether they want the recycling newsletter. Whoever takes that back gets no more of them,
    /// and goes on getting what was agreed to otherwise: that is no contact after withdrawal.
    mutating func subscribe() throws {
        guard resident.duplicateID == nil, !resident.isOffline, random.chance(40) else { return }
        let time = calendar.start.advanced(by: (20 + random.below(200)) * .day + 11 * .hour)
        try write(.asked, at: time, purpose: Life.marketing, channel: .email)
        guard random.chance(600) else { return try write(.denied, at: time, purpose: Life.marketing, channel: .email) }
        try write(.granted, at: time, purpose: Life.marketing, channel: .email)
        var end = calendar.end
        if random.chance(400) {
            end = time.advanced(by: (90 + random.below(300)) * .day)
            try write(.withdrawn, at: end, purpose: Life.marketing, channel: .email)
        }
        for issue in 1...4 {
            let date = time.advanced(by: Milliseconds(issue) * 100 * .day)
            guard date < end else { return }
            var letter = Moment(.newsletter, .email, .waste, at: date)
            letter.direction = Direction.outbound
            letter.purpose = Life.marketing
            letter.actor = "system"
            letter.isTailored = false
            try note(letter)
        }
    }

    /// Three in ten of those known under two ids took marketing back under the one and agreed under the other, before both
    /// were found to be one person: withdrawn, until they say so anew. They are sent none.
    mutating func opposeThemselves() throws {
        guard let duplicate = resident.duplicateID, random.chance(300) else { return }
        let withdrawal = resident.linked.advanced(by: -(60 + random.below(40)) * .day)
        let grant = withdrawal.advanced(by: 20 * .day)
        guard calendar.contains(withdrawal) else { return }
        try write(.withdrawn, at: withdrawal, purpose: Life.marketing, channel: .email, as: duplicate)
        try write(.asked, at: grant, purpose: Life.marketing, channel: .email)
        try write(.granted, at: grant, purpose: Life.marketing, channel: .email)
    }
}
