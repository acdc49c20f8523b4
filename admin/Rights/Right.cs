namespace RbcBot.Admin.Rights;

/// <summary>What one may do in the console, in the field's words. Every endpoint asks for exactly one; who has it is the table.</summary>
public enum Right
{
    /// <summary>To come in: what is open to everybody who is signed in.</summary>
    Enter,

    /// <summary>One's own account: password, second factor, sessions.</summary>
    OwnAccount,

    /// <summary>The first page: the programme in numbers.</summary>
    SeeOverview,

    /// <summary>Rounds, their forms and how many answered.</summary>
    SeeRounds,

    /// <summary>To open and close rounds, and to give them another form.</summary>
    RunRounds,

    /// <summary>To try a form out in the simulator; nothing is kept.</summary>
    Rehearse,

    /// <summary>Answers of single people; by whom they are is a right of its own.</summary>
    SeeAnswers,

    /// <summary>Answers as files.</summary>
    ExportAnswers,

    /// <summary>Whose answers they are: ids, names and phones in clear. Without it people stand under pseudonyms.</summary>
    KnowPeople,

    /// <summary>Files that tell whose answers they are; without it exports stand under pseudonyms.</summary>
    ExportPeople,

    /// <summary>Pictures, voices and documents that people sent.</summary>
    SeeFiles,

    /// <summary>A person: her channels, what was sent to her, how far she is. A coach has it for her own trainees.</summary>
    SeePeople,

    /// <summary>To join two who are one, and to part them.</summary>
    JoinPeople,

    /// <summary>To have a person erased who asked for it outside of the chat.</summary>
    ErasePeople,

    /// <summary>Applications with all that applicants wrote.</summary>
    SeeApplications,

    /// <summary>Selections that were made, and why.</summary>
    SeeSelection,

    /// <summary>To run a selection and to make it count.</summary>
    Select,

    /// <summary>Lessons, and how many are where.</summary>
    SeeLessons,

    /// <summary>To send lessons, tests and feedback forms out.</summary>
    ReleaseLessons,

    /// <summary>Results of tests and feedback, of all together.</summary>
    SeeResults,

    /// <summary>The report, as it may be published.</summary>
    SeeReport,

    /// <summary>How channels and their queues fare.</summary>
    SeeChannels,

    /// <summary>To give messages a second chance.</summary>
    Resend,

    /// <summary>What was set aside, without what people wrote.</summary>
    SeeAside,

    /// <summary>To give what was set aside a second chance.</summary>
    Replay,

    /// <summary>Alerts of safeguarding, with what was written.</summary>
    SeeAlerts,

    /// <summary>To have looked at an alert, and to say what was done.</summary>
    TendAlerts,

    /// <summary>Who is on duty for alerts, and the numbers that people are given.</summary>
    KeepSafety,

    /// <summary>The register of processing, what was erased by rule, and the log of breaches.</summary>
    SeePrivacy,

    /// <summary>To change who is responsible, and to keep the log of breaches.</summary>
    KeepPrivacy,

    /// <summary>To tell people of a breach that touched them.</summary>
    TellBreach,

    /// <summary>Accounts, roles and invitations.</summary>
    KeepAccounts,

    /// <summary>What was noted of who saw and did what.</summary>
    SeeAudit,
}
