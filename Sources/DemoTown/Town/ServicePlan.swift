import JourneyModel

/// How one service works in the town. Chances are in thousandths.
struct ServicePlan {
    let name: String
    /// Two letters before its case numbers.
    let code: String
    /// People in a thousand who need it at least once in the two years.
    let need: Int
    /// The need of each age band, as a percentage of `need`.
    var ages = [100, 100, 100, 100]
    /// Weight of January to December.
    var months = [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]
    /// False: people must come in person, and the web only informs.
    var isDigital = true
    var hasUpload = false
    var hasPayment = false
    /// Whether somebody decides after the confirmation and a notice says what.
    var hasDecision = false
    /// Whether it says nothing of its own until that notice, which always is a letter and is where its transactions end:
    /// applied for online, decided by letter (D13).
    var endsWithLetter = false
    /// Whether the app stamps what is submitted, paid and confirmed with one instant (D1).
    var stampsAsOne = false
    /// Of those at a step, how many go on: to the form, the upload, submitting, the confirmation.
    let keep: [Int]
    /// Of those lost on the web or in the app, how many phone within a day.
    var leak = 90
    /// From submitting to the confirmation.
    var processing = Spread.seconds(2, 4, 6, 10, 40)
    /// From one step to the next where documents must be found.
    var finding = Spread.minutes(3, 6, 10, 16, 40)
    /// Of those who begin at the counter, how many are sent to the web.
    var sentToWeb = 0
    var preferences = PreferencePlan()
    /// What notices go out on by default: web, app, phone, counter, post, sms, email, chat.
    var notices = [0, 0, 0, 0, 20, 25, 55, 0]
    /// Whether feedback is asked after failures too (D23).
    var asksAfterFailure = false
    /// Of five: the chance of a 1, 2, 3, 4, 5 after success, in percent.
    var scores = [4, 6, 14, 36, 40]
    /// A member gets notices without applying for anything; members in a thousand.
    var members = 0
}

/// What a service asks people and what it does with the answers (D16, D22).
struct PreferencePlan {
    var collectsChannel = false
    var usesChannel = false
    /// Of those who come, how many are asked at all.
    var asks = 620
    var asksContent = false
    var capturesContent = false
    /// Notices are tailored, in thousandths.
    var tailored = 0
    /// Where the preference is not followed: the chance of hitting it all the same.
    var luck = 300
    /// Asked for: phone, post, sms, email, no preference.
    var wishes = [7, 20, 29, 40, 4]

    static let wishChannels: [TownChannel?] = [.phone, .post, .sms, .email, nil]
}
