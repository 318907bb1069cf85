@export()
@description('An issuer whose tokens the app accepts, as TokenOptions reads it.')
type tokenIssuer = {
  @description('The iss claim, exactly.')
  issuer: string

  @description('The aud claim that must be present.')
  audience: string

  @description('Address of the OpenID Connect metadata document.')
  metadataAddress: string

  @description('Roles that this issuer may grant; others in its tokens are ignored.')
  grantableRoles: string[]
}

@export()
@description('What a storage account, a database account or a vault listens on.')
type reachability = {
  @description('Whether the public endpoint answers at all.')
  publicNetworkAccess: 'Enabled' | 'Disabled'

  @description('What happens to callers that no rule names. Trusted Azure services come through either way.')
  defaultAction: 'Allow' | 'Deny'
}

@export()
@description('A private endpoint: one sub-resource of one resource.')
type privateEndpoint = {
  @description('Name, unique within the environment.')
  name: string

  @description('The resource that is reached.')
  resourceId: string

  @description('The sub-resource that is reached.')
  group: 'blob' | 'queue' | 'table' | 'Sql' | 'vault'
}

@export()
@description('A container of documents.')
type documentContainer = {
  @description('Name of the container.')
  name: string

  @description('JSON property that holds the partition key.')
  partitionProperty: string

  @description('Seconds that a document lives without a time to live of its own; -1: only those with one of their own expire; absent: none does.')
  timeToLive: int?
}

@export()
@description('A question put to the logs, and when its answer is an alert.')
type queryRule = {
  @description('Name, unique within the environment.')
  name: string

  @description('What people read first when it fires.')
  displayName: string

  @description('What has happened, what is kept and what to do.')
  explanation: string

  @description('0 critical, 1 error, 2 warning, 3 informational.')
  severity: int

  @description('KQL that ends with one column of numbers.')
  query: string

  @description('The column of numbers.')
  measure: string

  @description('Column by which findings are told apart.')
  dimension: string?

  @description('How the column compares with the threshold; absent: it is greater.')
  operator: 'GreaterThan' | 'LessThan'?

  @description('The threshold; absent: 0.')
  threshold: int?

  @description('How often the question is asked, as an ISO 8601 duration.')
  frequency: string

  @description('How far back it looks, as an ISO 8601 duration.')
  window: string
}
