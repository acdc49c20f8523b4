namespace RbcBot.Core.Conversations.Nudges;

/// <summary>Takes a nudge through the policy, and does what it says.</summary>
static class Nudging
{
    /// <summary>Name of the template that goes instead of the last one and tells how more can be had: of the title alone.</summary>
    internal const string LastTemplate = "last";

    public static void Take(Scene scene, Nudge nudge)
    {
        var decision = SendPolicy.Decide(
            Standing.Of(scene.Conversation, nudge.TakesFront, scene.Now), new Intent(IntentKind.Nudge, nudge.Words) { Template = nudge.Template, IsAwaited = nudge.IsAwaited },
            scene.Now, new SendRules(scene.Catalogue.Quiet, ChannelRule.Of, scene.Catalogue.Budget));
        Memory.Decided(scene, new NudgeDecided(scene.Conversation.Person, scene.Now, nudge.Words, decision.To, decision.Outcome, decision.Reason, decision.Until));
        switch (decision.Outcome)
        {
            case SendOutcome.FreeForm or SendOutcome.Template:
                Send(scene, nudge, decision);
                break;
            case SendOutcome.HoldUntil or SendOutcome.HoldUntilHeard:
                Holding.Keep(scene, nudge, decision.Until);
                break;
        }
    }

    static void Send(Scene scene, Nudge nudge, SendDecision decision)
    {
        var to = decision.To ?? throw new InvalidOperationException("A nudge without an address.");
        scene.Conversation = Memory.Nudged(scene.Conversation, to, nudge.IsAwaited, scene.Now);
        scene.IsAwaited = nudge.IsAwaited;
        if (decision.Outcome == SendOutcome.Template)
            SayTemplate(scene, nudge, decision.IsLast ? new TemplateUse(LastTemplate, [nudge.Template.Values[0]]) : nudge.Template);
        else
            SayFreely(scene, nudge, decision.IsLast);
        nudge.Then(scene);
    }

    static void SayFreely(Scene scene, Nudge nudge, bool isLast)
    {
        nudge.Say(scene);
        if (isLast)
            scene.Say("talk.nudge.last");
    }

    // The template only knocks: what it knocks for is said when the person opens.
    static void SayTemplate(Scene scene, Nudge nudge, TemplateUse template)
    {
        var slots = template.Values.Select((value, index) => ($"{index + 1}", (object?)value)).ToArray();
        scene.Reply(new Outbound(scene.Text($"template.{template.Name}", slots)) { Template = template });
        if (!nudge.IsCall)
            Holding.Keep(scene, nudge, null);
    }
}
