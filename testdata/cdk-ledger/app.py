from aws_cdk import App

from ledger.stack import LedgerStack

app = App()
LedgerStack(app, "Ledger")
app.synth()
