namespace RbcBot.Core.Conversations;

/// <summary>The flow of any session that carries a form; its life says which kind it is.</summary>
public sealed class FormFlow(FormLife life) : IFlow
{
    public string Name => life.Flow;

    public void Open(Scene scene) => FormTalk.Open(scene, life);

    public void Take(Scene scene) => FormTalk.Take(scene, life);

    public void Repeat(Scene scene) => FormTalk.Repeat(scene, life);

    public void Leave(Scene scene) => FormTalk.Leave(scene, life);

    public bool CanWithdraw(Scene scene) => life.Can(scene.Session, FormTrigger.Withdrew);

    public void Withdraw(Scene scene) => FormTalk.Withdraw(scene, life);
}
