using System.Globalization;
using RbcBot.Bot.Turns;
using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Commands;

/// <summary>Talks to a form in the terminal through the very flows of the bot; nothing is kept.</summary>
static class FormInTerminal
{
    const string Code = "TERMINAL";

    public static int Run(string file, Language language)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return 2;
        }

        var reading = FormReading.Of(FormFiles.Read(file), Path.GetFileName(file));
        if (reading.Form is not { } form)
        {
            foreach (var finding in reading.Findings)
                Console.Error.WriteLine(FormCheck.Line(finding));
            return 1;
        }

        Talk(form, language);
        return 0;
    }

    static void Talk(Form form, Language language)
    {
        var address = new Address("terminal", "you");
        var conversation = Conversation.New(new PersonId("you"), address) with { Language = language, IsIntroduced = true, State = nameof(TalkState.AtMenu) };
        var round = new Round(Code, RoundKind.Interview, form.Id, form.Version, "", "", true, TimeProvider.System.GetUtcNow());
        var catalogue = new Catalogue([round], new Dictionary<string, Form> { [form.Version] = form }, Library.Empty);
        for (var said = Said.Enter(Code); ;)
        {
            var now = TimeProvider.System.GetUtcNow();
            var turn = Core.Conversations.Talk.Take(conversation, new Inbound(address, "", said, now), catalogue, Flows.All, now);
            conversation = turn.Next;
            foreach (var reply in turn.Replies)
                Show(reply);
            if (turn.Facts.OfType<SessionSubmitted>().Any() || Console.ReadLine() is not { } words)
                break;
            said = Said.Text(words);
        }

        foreach (var answer in conversation.Sessions.SelectMany(session => session.Submission))
            Console.WriteLine($"{answer.Path} = {answer.Value}");
    }

    static void Show(Outbound reply)
    {
        Console.WriteLine();
        Console.WriteLine(reply.Text);
        foreach (var (button, index) in reply.Buttons.Where(button => button.Role == ButtonRole.Answer).Select((button, index) => (button, index)))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(button.Number > 0 ? button.Number : index + 1)}. {button.Label}"));
        var commands = reply.Buttons.Where(button => button.Role == ButtonRole.Command).Select(button => button.Label).ToList();
        if (commands.Count > 0)
            Console.WriteLine("  [" + string.Join(" · ", commands) + "]");
    }
}
