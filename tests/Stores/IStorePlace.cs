using Microsoft.Extensions.Time.Testing;
using RbcBot.Bot.Storage.Erasing;
using RbcBot.Core.Conversations;
using RbcBot.Core.Conversations.Register;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;
using RbcBot.Core.Selection;

namespace RbcBot.Tests.Stores;

/// <summary>A place where one store keeps its things: what every contract runs on.</summary>
public interface IStorePlace : IDisposable
{
    FakeTimeProvider Clock { get; }

    Ports Ports { get; }

    /// <summary>Closes the store and opens it again on the same place.</summary>
    Ports Reopen();

    /// <summary>Takes the register away, as a store from before there was one lies on disk, and opens the store again.</summary>
    Task<Ports> ForgetRegisterAsync();
}

/// <summary>The ports of one open store; web is a fetched channel.</summary>
public sealed record Ports(
    IInbox Inbox,
    ITurns Turns,
    IRecords Records,
    IOutbox Outbox,
    IReminders Reminders,
    IAside Aside,
    IRounds Rounds,
    IEnrolments Enrolments,
    IAccounts Accounts,
    IStays Stays,
    IInvitations Invitations,
    IDeliveries Deliveries,
    ITemplateUses Templates,
    ILinkCodes LinkCodes,
    ISafetyAlerts Alerts,
    ISafetySettings Safety)
{
    public required IRegister Register { get; init; }

    public required ISelections Selections { get; init; }

    /// <summary>What is done for erasures beside the turn.</summary>
    internal IErasedRows Erased { get; init; } = null!; // every place has one

    /// <summary>The audit trail, to be written and to be read.</summary>
    public required (IAudit Notes, IAuditTrail Trail) Audit { get; init; }

    /// <summary>Who is responsible, breaches, proofs, and what has had its time.</summary>
    public required (IPrivacySettings Settings, IBreaches Breaches, IRetentionReports Reports, IOldRows Old) Privacy { get; init; }
}
