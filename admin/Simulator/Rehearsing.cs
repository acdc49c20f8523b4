using Microsoft.AspNetCore.Http;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Simulator;

/// <summary>What the signed-in administrator tries out.</summary>
/// <param name="flows">The flows that the bot itself talks through.</param>
sealed class Rehearsing(Rehearsals rehearsals, IReadOnlyList<IFlow> flows, ICatalogues catalogues, Visit visit)
{
    string Who => visit.Name ?? throw new InvalidOperationException("Only somebody who is signed in tries a form.");

    public Tried? Find(string what) => rehearsals.Find(Who, what);

    /// <param name="language">Null takes Kinyarwanda when the form has it, as most trainees would, else the visitor's.</param>
    public Tried Begin(string what, Form form, RoundKind kind, string fileName, Language? language = null) =>
        Keep(what, new Tried(Rehearsal.Begin(form, kind, catalogues.Current.Library, flows, language ?? First(form), visit.Now), fileName));

    /// <summary>Takes what the page posted.</summary>
    public void Take(string what, Tried tried, IFormCollection page) =>
        Keep(what, tried with { Rehearsal = SaidInRehearsal.After(tried.Rehearsal, page, visit.Now) });

    Tried Keep(string what, Tried tried)
    {
        rehearsals.Keep(Who, what, tried);
        return tried;
    }

    Language First(Form form) =>
        Languages.All.Where(language => form.LanguageCodes.Contains(Languages.Code(language))).Append(visit.Language).First();
}
