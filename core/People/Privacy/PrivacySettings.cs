namespace RbcBot.Core.People.Privacy;

/// <summary>Who is responsible for people's data and how they are reached, as the console keeps it. What nobody has filled in is "".</summary>
public sealed record PrivacySettings
{
    /// <summary>Days before a certificate ends on which it is to be renewed; facts/reliability.md 4.1.</summary>
    public const int RenewalDays = 60;

    public static readonly PrivacySettings None = new();

    /// <summary>Who decides what data are for.</summary>
    public string Controller { get; init; } = "";

    /// <summary>Who handles data for the controller, one a line.</summary>
    public string Processors { get; init; } = "";

    /// <summary>Who stands in Rwanda for a controller or processor that is elsewhere.</summary>
    public string Representative { get; init; } = "";

    /// <summary>Whom people ask about their data: the data protection officer's name, telephone or e-mail.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Number of the registration certificate of the data protection office.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>Last day on which the certificate is good; null when it is not known.</summary>
    public DateOnly? CertificateEnds { get; init; }

    /// <summary>Last day of the programme, from which the time is counted that what people learnt is kept; null while it goes on.</summary>
    public DateOnly? ProgrammeEnds { get; init; }

    public string ControllerName => Controller.Length > 0 ? Controller : "Rwanda Biomedical Centre (RBC)";

    /// <summary>Whether the certificate is missing, or ends within sixty days.</summary>
    public bool IsRenewalDue(DateOnly today) => Certificate.Length == 0 || CertificateEnds is not { } end || end <= today.AddDays(RenewalDays);
}
