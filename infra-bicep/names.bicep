@export()
@description('Names that the code knows, too; a test compares.')
var names = {
  bids: 'bids'
  records: 'records'
  bidUploads: 'bid-uploads'
  webhookInbox: 'webhook-inbox'
  undeliveredEvents: 'undelivered-events'
  database: 'samkjop'
  taskHub: 'samkjop'
}
