namespace RbcBot.Core.People.Privacy;

/// <summary>How a person stands to a purpose.</summary>
public enum AgreementState
{
    NotAsked,

    /// <summary>She agreed to the text as it stands.</summary>
    Given,

    /// <summary>She agreed to an older text: that holds for what she gave then, and she is asked again before anything new is taken from her.</summary>
    Outdated,

    /// <summary>She agreed to a form before purposes were asked one by one, and its words told of it.</summary>
    Carried,

    /// <summary>She said no, or took her yes back.</summary>
    Refused,
}

/// <summary>Whether something may be done with a person: the one place that everything asks that processes.</summary>
public static class Agreement
{
    /// <param name="consents">All of hers, the oldest first.</param>
    public static AgreementState Of(IReadOnlyList<Consent> consents, Purpose purpose)
    {
        var word = Purposes.Word(purpose);
        return consents.LastOrDefault(consent => consent.Purpose == word) is { } own
            ? !own.Given ? AgreementState.Refused : own.Version == Purposes.Version ? AgreementState.Given : AgreementState.Outdated
            : consents.Any(consent => consent.Given && Purposes.ToldBy(consent.Purpose).Contains(purpose)) ? AgreementState.Carried
            : AgreementState.NotAsked;
    }

    /// <summary>Whether the purpose may be done with what she gave.</summary>
    public static bool May(IReadOnlyList<Consent> consents, Purpose purpose) =>
        Of(consents, purpose) is AgreementState.Given or AgreementState.Outdated or AgreementState.Carried;

    /// <summary>Whether she may be written to first: not against her will. Who was never asked may be offered what waits for her, for that is how she is asked.</summary>
    public static bool MayWriteFirst(IReadOnlyList<Consent> consents) => Of(consents, Purpose.Reminders) != AgreementState.Refused;

    /// <summary>Whether a session that goes on takes something new from her only after she is asked.</summary>
    /// <param name="isBeginning">Whether the session has not begun.</param>
    public static bool MustAsk(IReadOnlyList<Consent> consents, Purpose purpose, bool isBeginning) => Of(consents, purpose) switch
    {
        AgreementState.Given => false,
        // Her consent to the form goes on until the form is done.
        AgreementState.Carried => isBeginning,
        AgreementState.NotAsked or AgreementState.Outdated or AgreementState.Refused => true,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    /// <summary>The purposes to ask her for, so that this one may be done: all that she has not answered in the words as they stand, and this one when she refused it. Who comes by herself after a no to everything is asked for everything.</summary>
    public static IReadOnlyList<Purpose> ToAsk(IReadOnlyList<Consent> consents, Purpose wanted) => Given(consents).Count == 0
        ? Purposes.All
        : [.. Purposes.All.Where(purpose => Of(consents, purpose) is var state
            && (state is AgreementState.NotAsked or AgreementState.Outdated or AgreementState.Carried || (purpose == wanted && state == AgreementState.Refused)))];

    /// <summary>What she has agreed to and may take back.</summary>
    public static IReadOnlyList<Purpose> Given(IReadOnlyList<Consent> consents) => [.. Purposes.All.Where(purpose => May(consents, purpose))];
}
