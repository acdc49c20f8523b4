using RbcBot.Core.Content;
using RbcBot.Core.Safety;

namespace RbcBot.Admin.Safety;

/// <summary>Who is on duty, and the numbers on the card, to be changed.</summary>
public sealed record SafetySettingsView(IReadOnlyList<Duty> Duties, IReadOnlyList<Helpline> Numbers, bool IsSaved);
